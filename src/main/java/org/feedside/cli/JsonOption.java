package org.feedside.cli;

import picocli.CommandLine.Option;

/** Whether a machine reads what a command says. */
final class JsonOption {
    @Option(names = "--json", description = "Print one JSON document, for machines, instead of lines for people.")
    private boolean wanted;

    boolean isWanted() {
        return wanted;
    }
}
