package org.feedside.content;

/** A file of the content folder, parsed. */
public sealed interface ContentFile permits Page, Section {
    SourcePath path();

    /** The name of the file in diagnostics. */
    String file();

    FileText text();
}
