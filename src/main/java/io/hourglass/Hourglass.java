package io.hourglass;

import io.hourglass.audit.verifier.VerifyLedgerCommand;
import io.hourglass.imports.ImportCommand;
import io.hourglass.inquiry.recount.RecountCommand;
import io.hourglass.lab.EvaluateReferralsCommand;
import io.hourglass.mail.command.ClassifyMailCommand;
import io.hourglass.mailbox.secrets.RotateMailboxKeyCommand;
import io.hourglass.replay.ReplayCommand;
import io.hourglass.replay.chat.ReplayChatCommand;
import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: a server, or with the name of a command first that command, which reads files and touches no database. */
@SpringBootApplication
public class Hourglass {

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC")); // the engine keeps due dates without a zone, see ADR 2
        var rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "replay" -> System.exit(ReplayCommand.run(Hourglass.class, rest));
            case "replay-chat" -> System.exit(ReplayChatCommand.run(Hourglass.class, rest));
            case "import" -> System.exit(ImportCommand.run(Hourglass.class, rest));
            case "rotate-mailbox-key" -> System.exit(RotateMailboxKeyCommand.run(Hourglass.class, rest));
            case "recount" -> System.exit(RecountCommand.run(rest));
            case "verify-ledger" -> System.exit(VerifyLedgerCommand.run(rest));
            case "evaluate-referrals" -> System.exit(EvaluateReferralsCommand.run(rest));
            case "classify-mail" -> System.exit(ClassifyMailCommand.run(rest));
            default -> {
                var server = new SpringApplication(Hourglass.class);
                server.addListeners(new DataFolder());
                server.run(spelledOut(args));
            }
        }
    }

    /** The sample is asked for by name, on the command line: by chance a variable of the environment may be called so. */
    static String[] spelledOut(String... args) {
        return Arrays.stream(args)
                .map(each -> each.equals("--demo")
                        ? "--hourglass.demo=true"
                        : each.replaceFirst("^--demo=", "--hourglass.demo="))
                .toArray(String[]::new);
    }
}
