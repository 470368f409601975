package org.feedside.content;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.base.diagnostics.Utf8;
import org.feedside.config.Defaults;
import org.feedside.config.Layout;

/** Decides which files a generator reads as pages and sections, and reads their front matter. */
interface ContentConventions {
    /**
     * Returns the conventions of a site.
     *
     * @param root the name of the folder of posts
     */
    static ContentConventions of(Layout layout, String root) {
        if (!(layout instanceof Layout.Folder folder)) {
            return new ZolaConventions();
        }
        return switch (folder.generator()) {
            case HUGO -> new HugoConventions(folder);
            case JEKYLL -> new JekyllConventions(folder);
            case ELEVENTY -> new EleventyConventions(folder, root);
            case OTHER, ZOLA -> new OtherConventions(folder);
        };
    }

    /** Whether pages may be in this folder. */
    boolean isWalked(Path folder);

    /** Whether a file is a page or a section, or has data of pages. */
    boolean isRead(SourcePath path);

    /** Splits the text of a file; a file without readable front matter is empty and adds a problem. */
    Optional<FrontMatter> split(String file, String text, List<Diagnostic> problems);

    /**
     * Reads a page or a section from its front matter. Problems are added to those of the front matter.
     *
     * @param inherited front matter from elsewhere, the more general first
     */
    ContentFile content(SourcePath path, String file, FrontMatter frontMatter, List<Defaults> inherited);

    /** Reads a page or a section. */
    default Parsed<ContentFile> read(SourcePath path, String file, byte[] bytes, List<Defaults> inherited) {
        var text = Utf8.decode(file, bytes);
        if (text.value().isEmpty()) {
            return Parsed.failed(text.problems());
        }
        return Parsed.read(problems -> split(file, text.value().get(), problems)
                .map(frontMatter -> content(path, file, frontMatter, inherited)));
    }
}
