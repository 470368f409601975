package org.feedside.tools.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedside.base.text.TextResource;

/** A {@code feedside.toml} with every setting, its explanation and its default, or the value that was found. */
public final class SettingsFile {
    private static final Pattern TABLE = Pattern.compile("#?\\[([\\w.]+)]");
    private static final Pattern KEY = Pattern.compile("#?(\\w+) = .*");

    private SettingsFile() {}

    public static String text(SiteFindings findings) {
        var text = TextResource.text(SettingsFile.class, "settings.toml")
                + (findings.isZola() ? "" : TextResource.text(SettingsFile.class, "site.toml"))
                + TextResource.text(SettingsFile.class, "tables.toml");
        var lines = new ArrayList<String>();
        var table = "";
        for (var line : text.lines().toList()) {
            var head = TABLE.matcher(line);
            table = head.matches() ? head.group(1) + "." : table;
            lines.add(filled(findings, table, line));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Returns the text with a value for each key that the operator must write, to read the site before. */
    public static String preview(SiteFindings findings) {
        return text(findings)
                .replace("base_url = \"\"", "base_url = \"https://example.org\"")
                .replace("title = \"\"", "title = \"title\"");
    }

    /** Returns the keys that need a value from the operator, with the numbers of their lines. */
    public static Map<String, Integer> linesToWrite(String text, SiteFindings findings) {
        var lines = text.lines().toList();
        var missing = new LinkedHashMap<String, Integer>();
        findings.missing().forEach(key -> missing.put(key, lines.indexOf("%s = \"\"".formatted(key)) + 1));
        return missing;
    }

    private static String filled(SiteFindings findings, String table, String line) {
        var key = KEY.matcher(line);
        return Optional.of(key)
                .filter(k -> k.matches())
                .flatMap(k -> Optional.ofNullable(findings.facts().get(table + k.group(1)))
                        .map(fact -> "%s = %s # from %s".formatted(k.group(1), fact.toml(), fact.source())))
                .orElse(line);
    }
}
