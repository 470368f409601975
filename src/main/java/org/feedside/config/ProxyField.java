package org.feedside.config;

import java.util.Map;

/** The header field in which a proxy writes the address of its client. */
public enum ProxyField {
    X_FORWARDED_FOR("X-Forwarded-For"),

    /** Of RFC 7239. */
    FORWARDED("Forwarded");

    static final Map<String, ProxyField> BY_NAME =
            Map.of(X_FORWARDED_FOR.fieldName, X_FORWARDED_FOR, FORWARDED.fieldName, FORWARDED);

    private final String fieldName;

    ProxyField(String fieldName) {
        this.fieldName = fieldName;
    }

    public String fieldName() {
        return fieldName;
    }
}
