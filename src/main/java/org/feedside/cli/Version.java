package org.feedside.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"feedside " + current()};
    }

    static String current() {
        return Optional.ofNullable(Feedside.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }
}
