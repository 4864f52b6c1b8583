package io.hourglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@DisplayName("The folder of the database")
class DataFolderTest {

    @TempDir
    private Path home;

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    private static Path openFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    @DisplayName("is made for its owner alone")
    void made() throws IOException {
        DataFolder.close(home.resolve("a").resolve("data"), home);
        assertThat(permissions(home.resolve("a").resolve("data"))).isEqualTo("rwx------");
    }

    @Test
    @DisplayName("that an earlier release left open is closed where the program is started")
    void closed() throws IOException {
        var folder = openFolder(home.resolve("data"));
        DataFolder.close(folder, home);
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    @DisplayName("is left as it is elsewhere, and where it is the folder of the program itself")
    void elsewhere() throws IOException {
        var folder = openFolder(home.resolve("a").resolve("b"));
        DataFolder.close(folder, home);
        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
        var started = openFolder(home.resolve("started"));
        DataFolder.close(started, started);
        assertThat(permissions(started)).isEqualTo("rwxr-xr-x");
    }
}
