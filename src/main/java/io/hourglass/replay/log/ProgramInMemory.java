package io.hourglass.replay.log;

import java.util.UUID;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The program for a command: without a server, on a database of its own in memory, its timers fired by the command alone. */
public final class ProgramInMemory {

    private ProgramInMemory() {}

    /** @param settings further ones, as on the command line */
    public static ConfigurableApplicationContext start(Class<?> application, String... settings) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                                                + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000",
                                        "--camunda.bpm.job-execution.enabled=false",
                                        "--hourglass.demo=false",
                                        "--logging.level.root=warn"),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    /** How far the command has come with the lines of a file. */
    public static ProgressBar progress(String task, long lines) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(lines)
                .setUnit(" lines", 1)
                .setUpdateIntervalMillis(500)
                .build();
    }
}
