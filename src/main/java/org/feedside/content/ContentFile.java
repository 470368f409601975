package org.feedside.content;

/** What a file of the content folder says. */
public sealed interface ContentFile permits Page, Section {
    SourcePath path();

    /** The file as diagnostics name it. */
    String file();

    FileText text();
}
