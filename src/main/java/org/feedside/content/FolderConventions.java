package org.feedside.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedside.base.diagnostics.Diagnostic;
import org.feedside.config.Defaults;
import org.feedside.config.Layout;

/**
 * The conventions that Hugo, Jekyll and Eleventy share; a class for each has those in which they differ. Folders whose names
 * start with a dot or an underscore hold files of the generator and are skipped, except Jekyll's {@code _posts} and
 * {@code _drafts}.
 */
interface FolderConventions extends ContentConventions {
    Set<String> PACKAGE_FOLDERS = Set.of("node_modules", "bower_components");

    Layout.Folder layout();

    @Override
    default boolean isWalked(Path folder) {
        var name = String.valueOf(folder.getFileName());
        var isSpecial = name.startsWith(".") || name.startsWith("_");
        return (!isSpecial || name.equals(SourcePath.POSTS) || name.equals(SourcePath.DRAFTS))
                && !PACKAGE_FOLDERS.contains(name)
                && !layout().ignoredFolders().contains(folder);
    }

    @Override
    default boolean isRead(SourcePath path) {
        return !path.fileName().startsWith(".") && isPost(path);
    }

    @Override
    default Optional<FrontMatter> split(String file, String text, List<Diagnostic> problems) {
        return FolderFrontMatter.split(file, text, problems);
    }

    @Override
    default ContentFile content(SourcePath path, String file, FrontMatter frontMatter, List<Defaults> inherited) {
        var all = new ArrayList<>(layout().defaults());
        all.removeIf(defaults -> !defaults.appliesTo(path.path()));
        all.addAll(inherited);
        var values = frontMatter.values();
        for (int i = all.size() - 1; i >= 0 && !path.isSection(); i--) {
            values = values.withDefaults(all.get(i).values());
        }
        return new FolderFrontMatterReader(layout(), this, path, file, frontMatter.with(values), inherited).read();
    }

    /** Whether a file is a post or a section. */
    boolean isPost(SourcePath path);

    /** The keys that may hold the address of a page, the first that is there counts. */
    String[] addressKeys(SourcePath path);

    /** Returns an address with the generator's own templates as placeholders. */
    default String address(String written) {
        return written;
    }

    /** Whether Jekyll's rules apply to a file: dates in names, categories of folders, terms with spaces between. */
    default boolean isJekylls(SourcePath path) {
        return false;
    }

    /** Whether the generator writes a page for a file without front matter. */
    default boolean isWrittenWithoutFrontMatter() {
        return true;
    }

    /** Whether sections have feeds unless they say otherwise. */
    default boolean sectionsHaveFeeds() {
        return false;
    }
}
