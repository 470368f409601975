package org.feedside.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that stands in the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Feedside.class.getPackage().getImplementationVersion());
        return new String[] {"feedside " + version.orElse("(not packaged)")};
    }
}
