package io.hourglass;

import io.hourglass.replay.ReplayCommand;
import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: a server, or with {@code replay} as its first argument a command that reads an event log. */
@SpringBootApplication
public class Hourglass {

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC")); // the engine keeps due dates without a zone, see ADR 2
        if (args.length > 0 && args[0].equals("replay")) {
            var rest = Arrays.copyOfRange(args, 1, args.length);
            System.exit(ReplayCommand.run(Hourglass.class, rest));
        }
        SpringApplication.run(Hourglass.class, args);
    }
}
