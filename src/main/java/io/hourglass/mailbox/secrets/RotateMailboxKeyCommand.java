package io.hourglass.mailbox.secrets;

import io.hourglass.kernel.text.Commands;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rotate-mailbox-key}: encrypts the secrets of mailboxes by the key that is in use now. */
@Command(
        name = "rotate-mailbox-key",
        description = {
            "Encrypts the secrets of all mailboxes by the first key of hourglass.mailbox.key (HOURGLASS_MAILBOX_KEY), while those before it",
            "stand behind it. It may be broken off and run again; the program may run meanwhile, if it has the same keys."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnInvalidInput = RotateMailboxKeyCommand.USAGE,
        exitCodeOnExecutionException = RotateMailboxKeyCommand.FAILED,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all are encrypted by the first key: the others are needed no more",
            "1:no key is set, or the database cannot be reached",
            "2:some could not be decrypted; see the log",
            "64:the command line is wrong"
        })
public final class RotateMailboxKeyCommand implements Callable<Integer> {

    static final int FAILED = 1;
    static final int SOME_UNREADABLE = 2;
    static final int USAGE = 64;

    @Spec
    private CommandSpec spec;

    private final Class<?> application;

    public RotateMailboxKeyCommand(Class<?> application) {
        this.application = application;
    }

    /** @return the exit code */
    public static int run(Class<?> application, String... args) {
        return Commands.onTerminal(new RotateMailboxKeyCommand(application)).execute(args);
    }

    @Override
    public Integer call() {
        try (var context = start()) {
            var done = context.getBean(RotateMailboxKey.class).rotate();
            spec.commandLine()
                    .getOut()
                    .printf("%d encrypted anew, %d could not be decrypted%n", done.rotated(), done.unreadable());
            return done.unreadable() > 0 ? SOME_UNREADABLE : 0;
        }
    }

    /** Beside the program's nodes: their timers are theirs. */
    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(
                        "--camunda.bpm.job-execution.enabled=false",
                        "--hourglass.demo=false",
                        "--logging.level.root=warn");
    }
}
