package org.feedside.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Parses lists of tokens with quality values (RFC 9110, section 12.4.2): {@code br, gzip;q=0.8}. */
final class QualityValues {
    private static final Pattern ELEMENT =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:[ \\t]*;[ \\t]*[qQ]=([01](?:\\.[0-9]{0,3})?))?");

    private QualityValues() {}

    /** Returns the weights by token in lower case, without malformed elements. */
    static Map<String, Double> of(String header) {
        var weights = new HashMap<String, Double>();
        for (var element : header.split(",", -1)) {
            var matcher = ELEMENT.matcher(FieldText.trimmed(element));
            if (matcher.matches()) {
                var weight = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
                weights.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), Math.min(weight, 1));
            }
        }
        return weights;
    }
}
