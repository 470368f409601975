package org.feedside.content;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.base.diagnostics.Parsed;
import org.feedside.config.Defaults;
import org.feedside.config.Generator;
import org.feedside.config.Layout;

/**
 * The conventions that Hugo, Jekyll and Eleventy share. Folders whose names start with a dot or an underscore hold
 * files of the generator and are skipped, except Jekyll's {@code _posts} and {@code _drafts}.
 */
record FolderConventions(Layout.Folder layout, String root) implements ContentConventions {
    private static final Set<String> PACKAGE_FOLDERS = Set.of("node_modules", "bower_components");

    @Override
    public boolean isWalked(Path folder) {
        var name = String.valueOf(folder.getFileName());
        var isSpecial = name.startsWith(".") || name.startsWith("_");
        return (!isSpecial || name.equals(SourcePath.POSTS) || name.equals(SourcePath.DRAFTS))
                && !PACKAGE_FOLDERS.contains(name)
                && !layout.ignoredFolders().contains(folder);
    }

    @Override
    public boolean isRead(SourcePath path) {
        var name = path.fileName();
        var isMarkdown = name.endsWith(".md") || name.endsWith(".markdown");
        return !name.startsWith(".")
                && switch (layout.generator()) {
                    case JEKYLL -> (isMarkdown || name.endsWith(".html")) && path.isJekyllFile(Generator.JEKYLL);
                    case HUGO -> isMarkdown || name.endsWith(".html");
                    case ELEVENTY -> isMarkdown || FolderData.isOne(path, root);
                    default -> isMarkdown;
                };
    }

    @Override
    public Parsed<ContentFile> read(SourcePath path, String file, byte[] bytes, List<Defaults> inherited) {
        return layout.generator() == Generator.ELEVENTY && FolderData.isOne(path, root)
                ? Parsed.of(FolderData.read(path, file, root, new String(bytes, StandardCharsets.UTF_8)), List.of())
                : ContentConventions.super.read(path, file, bytes, inherited);
    }

    @Override
    public Optional<FrontMatter> split(String file, String text, List<Diagnostic> problems) {
        return FolderFrontMatter.split(file, text, problems);
    }

    @Override
    public ContentFile content(SourcePath path, String file, FrontMatter frontMatter, List<Defaults> inherited) {
        var all = new ArrayList<>(layout.defaults());
        all.removeIf(defaults -> !defaults.appliesTo(path.path()));
        all.addAll(inherited);
        var values = frontMatter.values();
        for (int i = all.size() - 1; i >= 0 && !path.isSection(); i--) {
            values = values.withDefaults(all.get(i).values());
        }
        return new FolderFrontMatterReader(layout, path, file, frontMatter.with(values), inherited).read();
    }
}
