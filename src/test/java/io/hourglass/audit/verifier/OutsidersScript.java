package io.hourglass.audit.verifier;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The script that was written from docs/ledger.md alone, and the one that forges. Where there is no python3, tests of them are left out. */
public final class OutsidersScript {

    private OutsidersScript() {}

    /** @param said on standard output and error, one after the other */
    public record Answer(int exit, String said) {}

    /** Checks and recounts a ledger, or checks a proof. */
    public static Answer run(Path file) {
        return run("recount.py", List.of(file.toString()));
    }

    /** Writes forged copies to the folder. */
    static Answer forge(Path ledger, Path proof, Path folder) {
        return run("forge.py", List.of(ledger.toString(), proof.toString(), folder.toString()));
    }

    private static Answer run(String script, List<String> arguments) {
        assumeTrue(isThere(), "no python3");
        return answer(Stream.concat(Stream.of("python3", "src/test/python/" + script), arguments.stream())
                .toList());
    }

    private static boolean isThere() {
        try {
            return answer(List.of("python3", "-c", "import zoneinfo")).exit() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static Answer answer(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
