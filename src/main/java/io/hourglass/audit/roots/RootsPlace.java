package io.hourglass.audit.roots;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the file of roots lies. */
final class RootsPlace {

    private static final String NAME = "roots.txt";
    private static final String H2 = "jdbc:h2:";

    private RootsPlace() {}

    /**
     * @param configured empty for no file; null for the usual place: the folder of H2's own file, or {@code data}
     * @param database its JDBC URL
     * @return empty where there is no file, as of a database that lives in memory
     */
    static Optional<Path> of(@Nullable String configured, String database) {
        if (configured != null) {
            return configured.isBlank() ? Optional.empty() : Optional.of(Path.of(configured.strip()));
        }
        if (database.startsWith(H2 + "mem:")) {
            return Optional.empty();
        }
        return Optional.of(database.startsWith(H2) && !isRemote(database) ? beside(database) : Path.of("data", NAME));
    }

    private static boolean isRemote(String database) {
        return database.startsWith(H2 + "tcp:") || database.startsWith(H2 + "ssl:");
    }

    private static Path beside(String database) {
        var file = database.substring(H2.length()).replaceFirst(";.*", "").replaceFirst("^file:", "");
        return Path.of(file.replaceFirst("^~", System.getProperty("user.home", ".")))
                .resolveSibling(NAME);
    }
}
