package org.feedside.pages;

import java.util.List;
import java.util.Optional;
import org.feedside.base.text.TextResource;
import org.feedside.publishing.Bytes;

/**
 * The style sheet, the script or the icon of the pages.
 *
 * @param name contains a digest of the bytes, so clients can cache the file permanently
 */
public record Asset(String name, String mediaType, Bytes bytes) {
    static final String STYLE = "text/css; charset=utf-8";
    static final String SCRIPT = "text/javascript; charset=utf-8";
    static final String ICON = "image/svg+xml";

    /** Returns the style sheet of all pages, in the default colours. */
    public static Asset style() {
        return style(Palette.of(Optional.empty()));
    }

    /** Returns all assets. The pages work without the script. */
    static List<Asset> all(Palette palette) {
        var icon = text("icon.svg").replace("#accent", palette.colour()).replace("#ink", palette.onAccent());
        return List.of(style(palette), of("script", ".js", SCRIPT, text("script.js")), of("icon", ".svg", ICON, icon));
    }

    /** Returns the script that updates the operator's status page. */
    public static Asset statusScript() {
        return of("status", ".js", SCRIPT, text("status.js"));
    }

    private static Asset style(Palette palette) {
        return of("style", ".css", STYLE, palette.css() + text("style.css"));
    }

    private static String text(String file) {
        return TextResource.text(Asset.class, file);
    }

    private static Asset of(String stem, String ending, String mediaType, String text) {
        var bytes = Bytes.utf8(text);
        return new Asset(stem + "-" + bytes.digest().substring(0, 12) + ending, mediaType, bytes);
    }
}
