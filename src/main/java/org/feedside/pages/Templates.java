package org.feedside.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.feedside.publishing.Bytes;

/** Renders the templates in {@code src/main/jte}, which the build compiles to classes. */
public final class Templates {
    private static final String PACKAGE = "org.feedside.templates";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /**
     * Returns the page that a template makes of these parameters.
     *
     * @param template the name of its file, such as {@code feed.jte}
     */
    public Bytes html(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        engine.render(template, parameters, output);
        return Bytes.utf8(output.toString());
    }
}
