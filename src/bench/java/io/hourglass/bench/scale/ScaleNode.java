package io.hourglass.bench.scale;

import io.hourglass.Hourglass;
import io.hourglass.ProgramOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.util.TimeZone;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The program with its web server, in a JVM of its own; dies with the process that started it. */
public final class ScaleNode {

    private ScaleNode() {}

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC")); // as Hourglass does
        var parent = new Thread(ScaleNode::awaitEndOfInput, "parent");
        parent.setDaemon(true);
        parent.start();
        new SpringApplicationBuilder(Hourglass.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("programOnly", new ProgramOnly()))
                .run(args);
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("The parent cannot be watched: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}
