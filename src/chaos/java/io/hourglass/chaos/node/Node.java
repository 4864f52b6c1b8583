package io.hourglass.chaos.node;

import io.hourglass.Hourglass;
import io.hourglass.ProgramOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.util.TimeZone;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the program as {@link Hourglass} does, on a server with the followed clock; dies with the process that started it. */
public final class Node {

    private Node() {}

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        dieWithParent();
        new SpringApplicationBuilder(Hourglass.class)
                .initializers(context -> {
                    var program = (GenericApplicationContext) context;
                    program.getBeanFactory().registerSingleton("programOnly", new ProgramOnly());
                    var database = program.getEnvironment().getRequiredProperty("spring.datasource.url");
                    if (database.startsWith("jdbc:postgresql:")) {
                        program.registerBean(FollowedClock.class, () -> new FollowedClock(database));
                    }
                })
                .run(args);
    }

    /** The parent holds the other end of our input: it closes however the parent ends. */
    private static void dieWithParent() {
        var watch = new Thread(Node::awaitEndOfInput, "parent");
        watch.setDaemon(true);
        watch.start();
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
