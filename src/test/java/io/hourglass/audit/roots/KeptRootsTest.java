package io.hourglass.audit.roots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.hourglass.HourglassTest;
import io.hourglass.audit.check.CheckLedger;
import io.hourglass.audit.seals.Seals;
import io.hourglass.audit.verifier.Finding;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.Track;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@HourglassTest
@DisplayName("The roots outside the database")
class KeptRootsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Path FILE = folder().resolve("below").resolve("roots.txt");

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Seals seals;

    @Autowired
    private KeptRoots roots;

    @Autowired
    private CheckLedger check;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void place(DynamicPropertyRegistry settings) {
        settings.add("hourglass.ledger.roots-file", FILE::toString);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("roots");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void twoDays() throws IOException {
        Files.deleteIfExists(FILE);
        Files.createDirectories(FILE.getParent());
        marketplace.reply(marketplace.inquiry("i"));
        marketplace.pass(Duration.ofDays(6));
    }

    private List<String> expected() {
        return seals.between(Track.INQUIRY, MONDAY, MONDAY.plusYears(1)).stream()
                .map(RootsFile::line)
                .toList();
    }

    private static List<String> written() throws IOException {
        return Files.readAllLines(FILE);
    }

    private List<String> found() throws IOException {
        return check.check(Track.INQUIRY, null, null).findings().stream()
                .map(one -> one.day() + " " + one.kind())
                .toList();
    }

    @Test
    @DisplayName("are a line a day, written as the day is sealed, for their owner alone to read")
    void atOnce() throws IOException {
        assertThat(written()).hasSize(2).isEqualTo(expected());
        assertThat(written().get(0)).matches("2026-03-02 [0-9a-f]{64} - \\d+ 2026-03-06T16:00:00Z");
        assertThat(written().get(1)).matches("2026-03-03 [0-9a-f]{64} [0-9a-f]{64} \\d+ 2026-03-07T16:00:00Z");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FILE)))
                .isEqualTo("rw-------");
        assertThat(check.check(Track.INQUIRY, null, null).whole()).isTrue();
        assertThat(roots.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    @DisplayName("that were missed are caught up at the start and after the next close, also behind half a line")
    void caughtUp() throws IOException {
        var first = written().get(0);
        Files.writeString(FILE, first + "\n" + expected().get(1).substring(0, 40));
        roots.started(mock(ApplicationReadyEvent.class));
        assertThat(written()).isEqualTo(expected());
        Files.writeString(FILE, first + "\n");
        marketplace.pass(Duration.ofDays(1));
        assertThat(written()).hasSize(3).isEqualTo(expected());
        Files.delete(FILE);
        roots.catchUp();
        assertThat(written()).isEqualTo(expected());
    }

    @Test
    @DisplayName("do not fail a close when they cannot be written: health says so, until they can")
    void failingDisk() throws IOException {
        Files.delete(FILE);
        Files.createDirectory(FILE);
        marketplace.pass(Duration.ofDays(1));
        assertThat(expected()).hasSize(3);
        assertThat(roots.health().getStatus()).isEqualTo(Status.DOWN);
        Files.delete(FILE);
        roots.catchUp();
        assertThat(roots.health().getStatus()).isEqualTo(Status.UP);
        assertThat(written()).isEqualTo(expected());
    }

    @Test
    @DisplayName("name a day whose root in the database is another, and one that the database has lost")
    void changedInTheDatabase() throws IOException {
        jdbc.sql("update hourglass.ledger_seal set root = '" + "0".repeat(64) + "' where received_day = ?")
                .param(MONDAY.plusDays(1))
                .update();
        assertThat(found()).contains("2026-03-03 OUTSIDE").doesNotContain("2026-03-02 OUTSIDE");
        jdbc.sql("delete from hourglass.ledger_marks").update();
        jdbc.sql("delete from hourglass.ledger_seal").update();
        assertThat(found()).containsExactly("2026-03-02 OUTSIDE", "2026-03-03 OUTSIDE");
        assertThat(check.check(Track.INQUIRY, MONDAY, MONDAY).findings())
                .extracting(Finding::explanation)
                .singleElement()
                .asString()
                .startsWith("the database has no seal of it");
    }

    @Test
    @DisplayName("say which line is missing, changed, or there twice with another root")
    void changedInTheFile() throws IOException {
        var lines = written();
        Files.write(FILE, lines.subList(1, 2));
        assertThat(found()).containsExactly("2026-03-02 OUTSIDE");
        assertThat(check.check(Track.INQUIRY, null, null).findings().get(0).explanation())
                .startsWith("its line is missing");
        assertThat(check.check(Track.INQUIRY, MONDAY.plusDays(1), null).whole()).isTrue();
        Files.write(FILE, List.of(lines.get(0), lines.get(1).replaceFirst(" \\d+ ", " 1 ")));
        assertThat(found()).containsExactly("2026-03-03 OUTSIDE");
        var twice = new ArrayList<>(lines);
        twice.add(lines.get(0).replaceFirst("[0-9a-f]{64}", "1".repeat(64)));
        Files.write(FILE, twice);
        assertThat(found()).containsExactly("2026-03-02 OUTSIDE");
        Files.delete(FILE);
        assertThat(found()).containsExactly("2026-03-02 OUTSIDE", "2026-03-03 OUTSIDE");
    }
}
