package org.feedside.site;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Orders texts by their UTF-8 bytes, as Zola does. This is the order of their code points. */
final class CodePointOrder {
    static final Comparator<String> INSTANCE =
            Comparator.comparing((String text) -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private CodePointOrder() {}
}
