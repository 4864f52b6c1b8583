package io.hourglass.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

@DisplayName("A command")
class CommandsTest {

    @Command(name = "weigh", exitCodeOnExecutionException = 7)
    private record Weigh(Callable<Integer> work) implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }

    @Test
    @DisplayName("that fails says why in one line after its name, and gives the exit code that it declares")
    void fails() {
        var screen = new ByteArrayOutputStream();
        var command = Commands.onTerminal(new Weigh(() -> {
            throw new IOException("a scale\nis missing");
        }));
        command.setErr(OneLine.terminal(screen));
        assertThat(command.execute()).isEqualTo(7);
        assertThat(screen.toString(Charset.defaultCharset()))
                .isEqualTo("weigh: a scale\\u000ais missing" + System.lineSeparator());
    }

    @Test
    @DisplayName("that does not fail gives the exit code that it returns")
    void returns() {
        assertThat(Commands.onTerminal(new Weigh(() -> 2)).execute()).isEqualTo(2);
    }
}
