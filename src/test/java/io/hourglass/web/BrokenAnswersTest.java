package io.hourglass.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.CleanSlate;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:broken-${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=false"
        })
@Import(BrokenAnswersTest.Failing.class)
@TestExecutionListeners(value = CleanSlate.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@DisplayName("A list that fails while it is sent")
class BrokenAnswersTest {

    private static final String PASSWORD = "correct horse battery staple";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder encoder;

    @Page
    static class Failing {

        private final CsvFiles csv;

        Failing(CsvFiles csv) {
            this.csv = csv;
        }

        @GetMapping(path = "/api/incidents", params = "fails")
        void list(@RequestParam int fails, HttpServletResponse response) throws IOException {
            csv.send(
                    CsvList.<Integer>named("numbers").column("supplier", row -> row),
                    page -> {
                        if (page.page() == fails) {
                            throw new IllegalStateException("a secret of the house");
                        }
                        var rows = IntStream.range(0, page.size()).boxed().toList();
                        return new ListPage<>(page, rows, null, page.page() < 3);
                    },
                    response);
        }
    }

    private HttpRequest failing(int page) {
        accounts.put(new Account("olga", Role.OPERATIONS, null, encoder.encode(PASSWORD)));
        var olga = Base64.getEncoder().encodeToString(("olga:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/incidents?fails=" + page))
                .header("Authorization", "Basic " + olga)
                .build();
    }

    @ParameterizedTest(name = "breaks the connection: what was sent before part {0} cannot be taken for the whole")
    @ValueSource(ints = {1, 3})
    void breaks(int page) {
        var client = HttpClient.newHttpClient();
        assertThatThrownBy(() -> client.send(failing(page), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest(name = "is whole where nothing failed, and an error where nothing was sent")
    @ValueSource(ints = {4, 0})
    void whole(int page) throws Exception {
        var answer = HttpClient.newHttpClient().send(failing(page), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(page == 0 ? 500 : 200);
        assertThat(answer.body()).doesNotContain("secret");
        if (page > 0) {
            assertThat(answer.body().lines().count()).isEqualTo(2001);
        }
    }
}
