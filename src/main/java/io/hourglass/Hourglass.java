package io.hourglass;

import io.hourglass.replay.EvaluateReferralsCommand;
import io.hourglass.replay.ReplayCommand;
import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: a server, or with {@code replay} or {@code evaluate-referrals} first a command that reads an event log. */
@SpringBootApplication
public class Hourglass {

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC")); // the engine keeps due dates without a zone, see ADR 2
        var rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "replay" -> System.exit(ReplayCommand.run(Hourglass.class, rest));
            case "evaluate-referrals" -> System.exit(EvaluateReferralsCommand.run(rest));
            default -> SpringApplication.run(Hourglass.class, args);
        }
    }
}
