package io.hourglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A program that is started without configuration")
class ClosedStartTest {

    private final HttpClient http = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Hourglass.class)
                .initializers(program -> program.getBeanFactory().registerSingleton("programOnly", new ProgramOnly()))
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:closed-start",
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false");
    }

    private HttpResponse<String> get(ConfigurableApplicationContext program, String path, String name, String value)
            throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port") + path;
        return http.send(
                HttpRequest.newBuilder(URI.create(address)).header(name, value).build(), BodyHandlers.ofString());
    }

    @Test
    @DisplayName("has no sample, opens to nobody, and says in a line each what is to be set")
    void closed(CapturedOutput output) throws Exception {
        try (var program = start()) {
            assertThat(program.getBean(JdbcClient.class)
                            .sql("select count(*) from hourglass.supplier")
                            .query(Integer.class)
                            .single())
                    .isZero();
            for (var name : new String[] {"operations", "auditor", "supplier", "buyer"}) {
                var proof = Base64.getEncoder().encodeToString((name + ":sample").getBytes(StandardCharsets.UTF_8));
                assertThat(get(program, "/api/policy", "Authorization", "Basic " + proof)
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(get(program, "/api/policy", "X-API-Key", "sample-key").statusCode())
                    .isEqualTo(401);
            assertThat(get(program, "/login", "Accept", "text/html").body()).doesNotContain("sample");
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("StillToSet")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("HOURGLASS_ACCESS_OPERATIONS_PASSWORD"),
                        line -> assertThat(line).contains("HOURGLASS_ACCESS_AUDITOR_PASSWORD"),
                        line -> assertThat(line).contains("POST /api/api-keys"),
                        line -> assertThat(line).contains("hourglass.public-address"),
                        line -> assertThat(line).contains("--demo"));
    }

    @Test
    @DisplayName("has the sample by the name --demo, and by no variable that is called so by chance")
    void byName() {
        assertThat(Hourglass.spelledOut("--demo", "--server.port=1", "--demo=false", "demo", "--demon"))
                .containsExactly(
                        "--hourglass.demo=true", "--server.port=1", "--hourglass.demo=false", "demo", "--demon");
    }
}
