package io.hourglass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Keeps the folder of an H2 database to its owner (0700): made so, and closed where it lies in the folder in which the
 * program was started. Another folder that is there already may hold more than the database, and is left as it is.
 */
final class DataFolder implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:file:)?((?![a-z]+:)[^;]+).*");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        var url = H2_FILE.matcher(prepared.getEnvironment().getProperty("spring.datasource.url", ""));
        if (!url.matches()) {
            return;
        }
        var home = Path.of("").toAbsolutePath().normalize();
        var folder = home.resolve(url.group(1).replaceFirst("^~", System.getProperty("user.home", "~")))
                .normalize()
                .getParent();
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            close(folder, home);
        }
    }

    static void close(Path folder, Path home) {
        var own = PosixFilePermissions.fromString("rwx------");
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(own));
            } else if (home.equals(folder.getParent())) {
                Files.setPosixFilePermissions(folder, own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + folder + " cannot be kept to its owner", e);
        }
    }
}
