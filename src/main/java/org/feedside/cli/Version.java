package org.feedside.cli;

import org.feedside.base.text.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"feedside " + ProgramVersion.current()};
    }
}
