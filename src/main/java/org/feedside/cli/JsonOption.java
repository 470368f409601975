package org.feedside.cli;

import picocli.CommandLine.Option;

/** The option for JSON output. */
final class JsonOption {
    @Option(names = "--json", description = "Print one JSON document instead of text.")
    private boolean requested;

    boolean isRequested() {
        return requested;
    }
}
