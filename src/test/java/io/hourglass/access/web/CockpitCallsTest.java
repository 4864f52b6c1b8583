package io.hourglass.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.callers.Role;
import io.hourglass.bpmn.DayCloseNodes;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What passes the door of Cockpit on the real server. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:doors-${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "hourglass.demo=false",
            "hourglass.access.operations-password=" + SecurityConfigurationTest.PASSWORD,
            "hourglass.access.secure-cookies=true",
            "hourglass.access.requests-per-second=200"
        })
@DisplayName("In Cockpit")
class CockpitCallsTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final Date LATER = Date.from(Instant.parse("2999-01-01T00:00:00Z"));
    private static final String PLUGIN = "/camunda/api/cockpit/plugin/base/default/";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @Autowired
    private IdentityService identity;

    private String instance = "";
    private String definition = "";
    private String job = "";
    private String jobDefinition = "";

    @BeforeEach
    void aProcess() {
        accounts.put(new Account("ada", Role.AUDITOR, null, encoder.encode(SecurityConfigurationTest.PASSWORD)));
        var started = runtime.startProcessInstanceByKey("dayClose", "2026-01-01", Map.of("booksClose", LATER));
        instance = started.getId();
        definition = started.getProcessDefinitionId();
        var timer = management.createJobQuery().processInstanceId(instance).singleResult();
        job = timer.getId();
        jobDefinition = timer.getJobDefinitionId();
    }

    @AfterEach
    void nothingLeft() {
        repository.activateProcessDefinitionById(definition, true, null);
        runtime.deleteProcessInstance(instance, "over");
    }

    /** Sends all cookies, the secure ones too: TLS ends in front of the program. */
    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        var request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body));
        for (var header = 0; header < headers.length; header += 2) {
            request.setHeader(headers[header], headers[header + 1]);
        }
        var kept = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .toList();
        if (!kept.isEmpty()) {
            request.setHeader("Cookie", String.join("; ", kept));
        }
        var answer = browser.send(request.build(), BodyHandlers.ofString());
        cookies.put(uri, answer.headers().map());
        return answer;
    }

    private HttpResponse<String> look(String path) throws Exception {
        return send("GET", path, "");
    }

    private int call(String method, String path, String json) throws Exception {
        return send(method, path, json, "Content-Type", "application/json", "X-XSRF-TOKEN", token())
                .statusCode();
    }

    private String token() {
        return cookie("XSRF-TOKEN").getValue();
    }

    private HttpCookie cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void signIn(String name) throws Exception {
        cookies.getCookieStore().removeAll();
        var form = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(look("/login").body());
        assertThat(form.find()).isTrue();
        var entered = send(
                "POST",
                "/login",
                "username=" + name + "&password=" + SecurityConfigurationTest.PASSWORD + "&_csrf=" + form.group(1),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(entered.headers().firstValue("Location").orElse("")).endsWith("/");
        assertThat(look("/camunda/app/cockpit/default/").body()).contains("Camunda Cockpit");
    }

    private String filled(String text) {
        return text.replace("{instance}", instance)
                .replace("{definition}", definition)
                .replace("{jobDefinition}", jobDefinition)
                .replace("{job}", job);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"operations", "ada"})
    @DisplayName("operations and auditors read dashboard, definitions, instances, jobs and incidents")
    void reading(String name) throws Exception {
        signIn(name);
        for (var path : List.of(
                "/camunda/app/cockpit/scripts/config.js",
                "/camunda/app/cockpit/camunda-cockpit-bootstrap.js",
                "/camunda/app/cockpit/locales/en.json",
                "/camunda/lib/deps.js",
                "/camunda/favicon.ico",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
                "/camunda/api/engine/engine",
                ENGINE + "process-definition?latestVersion=true",
                ENGINE + "process-definition/statistics?rootIncidents=true",
                ENGINE + "process-definition/{definition}/xml",
                ENGINE + "process-definition/count",
                ENGINE + "decision-definition/count",
                ENGINE + "case-definition/count",
                ENGINE + "deployment",
                ENGINE + "process-instance/{instance}",
                ENGINE + "process-instance/{instance}/activity-instances",
                ENGINE + "job/{job}",
                ENGINE + "incident",
                ENGINE + "user/" + name + "/profile",
                PLUGIN + "process-definition/statistics")) {
            var read = look(filled(path));
            assertThat(read.statusCode()).as(path + " " + read.body()).isEqualTo(200);
        }
        for (var path : List.of(
                ENGINE + "process-instance",
                ENGINE + "process-instance/count",
                ENGINE + "job",
                ENGINE + "job-definition",
                ENGINE + "task/count",
                ENGINE + "variable-instance",
                ENGINE + "history/process-instance/count",
                PLUGIN + "process-instance",
                PLUGIN + "process-instance/count",
                PLUGIN + "process-definition/{definition}/called-process-definitions",
                PLUGIN + "process-instance/{instance}/called-process-instances",
                PLUGIN + "incident")) {
            assertThat(call("POST", filled(path), "{}")).as(path).isEqualTo(200);
        }
        assertThat(send(
                                "POST",
                                ENGINE + "process-instance",
                                "{}",
                                "Content-Type",
                                "application/json",
                                "X-XSRF-TOKEN",
                                token())
                        .body())
                .contains(instance);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | process-definition/{definition}/suspended | {'suspended': %s}",
                "PUT | process-definition/key/dayClose/suspended | {'suspended': %s, 'includeProcessInstances': true}",
                "PUT | process-instance/{instance}/suspended | {'suspended': %s}",
                "PUT | process-instance/suspended | {'suspended': %s, 'processInstanceIds': ['{instance}']}",
                "PUT | job/{job}/retries | {'retries': 3}",
                "PUT | job-definition/{jobDefinition}/retries | {'retries': 3}"
            })
    @DisplayName("operations suspend, resume and have jobs tried again; auditors do not")
    void acting(String method, String path, String json) throws Exception {
        var body = filled(json).replace('\'', '"');
        signIn("ada");
        assertThat(call(method, ENGINE + filled(path), body.replace("%s", "true")))
                .isEqualTo(403);
        signIn("operations");
        for (var suspended : List.of("true", "false")) {
            assertThat(call(method, ENGINE + filled(path), body.replace("%s", suspended)))
                    .as(suspended)
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, deployment/create",
        "POST, deployment/x/redeploy",
        "DELETE, deployment/x",
        "POST, process-definition/{definition}/start",
        "POST, process-definition/key/dayClose/start",
        "POST, process-definition/key/dayClose/submit-form",
        "POST, process-definition/{definition}/restart",
        "PUT, process-definition/{definition}/history-time-to-live",
        "DELETE, process-definition/{definition}",
        "DELETE, process-definition/key/dayClose",
        "DELETE, process-instance/{instance}",
        "POST, process-instance/delete",
        "POST, process-instance/suspended-async",
        "POST, process-instance/variables-async",
        "POST, process-instance/job-retries",
        "POST, process-instance/{instance}/modification",
        "POST, process-instance/{instance}/variables",
        "PUT, process-instance/{instance}/variables/booksClose",
        "DELETE, process-instance/{instance}/variables/booksClose",
        "POST, process-instance/{instance}/variables/booksClose/data",
        "POST, execution/{instance}/signal",
        "POST, execution/{instance}/messages/x/trigger",
        "PUT, execution/{instance}/localVariables/x",
        "POST, job/{job}/execute",
        "PUT, job/{job}/duedate",
        "PUT, job/{job}/suspended",
        "PUT, job/suspended",
        "PUT, job-definition/{jobDefinition}/suspended",
        "POST, job/{job}/duedate/recalculate",
        "DELETE, job/{job}",
        "POST, job/retries",
        "PUT, job-definition/{jobDefinition}/jobPriority",
        "POST, migration/execute",
        "POST, migration/generate",
        "POST, modification/execute",
        "POST, message",
        "POST, signal",
        "POST, condition",
        "POST, task/create",
        "POST, task/x/complete",
        "POST, task/x/claim",
        "POST, task/x/identity-links",
        "PUT, task/x/variables/x",
        "POST, decision-definition/key/authorKinds/evaluate",
        "POST, external-task/fetchAndLock",
        "PUT, external-task/x/retries",
        "POST, filter/create",
        "POST, filter/x/list",
        "POST, user/create",
        "PUT, user/operations/credentials",
        "PUT, user/operations/profile",
        "POST, group/create",
        "PUT, group/camunda-admin/members/operations",
        "POST, authorization/create",
        "DELETE, authorization/x",
        "POST, tenant/create",
        "POST, identity/verify",
        "POST, history/cleanup",
        "POST, history/process-instance/delete",
        "DELETE, history/process-instance/x",
        "PUT, incident/x/annotation",
        "DELETE, incident/x",
        "PUT, batch/x/suspended",
        "DELETE, batch/x",
        "DELETE, metrics/task-worker",
        "POST, telemetry/configuration",
        "POST, version",
        "POST, unheard-of",
        "PATCH, process-instance/{instance}/suspended",
        "POST, process-definition/{definition}/suspended",
        "PUT, process-instance/{instance};x/suspended",
        "PUT, process-instance/{instance}/suspended;x",
        "PUT, process-instance/{instance}%2fsuspended",
        "PUT, deployment/create/suspended"
    })
    @DisplayName(
            "nobody deploys, starts, moves, deletes or edits anything, and what is not listed is refused and not noted")
    void closed(String method, String path) throws Exception {
        signIn("operations");
        var noted = noted();
        var refused =
                send(method, ENGINE + filled(path), "{}", "Content-Type", "application/json", "X-XSRF-TOKEN", token());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"message\":\"operations may not do this here.");
        assertThat(noted()).isEqualTo(noted);
    }

    private long noted() {
        return jdbc.sql("select count(*) from hourglass.ledger_record where kind = 'ACTION'")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /camunda/app/admin/default/",
        "GET, /camunda/app/admin/default/setup/",
        "GET, /camunda/app/tasklist/default/",
        "GET, /camunda/app/welcome/default/",
        "GET, /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
        "GET, /camunda/api/admin/plugin/adminPlugins/static/app/plugin.js",
        "POST, /camunda/api/admin/setup/default/user/create",
        "POST, /camunda/api/admin/auth/user/default/login/cockpit",
        "GET, /engine-rest/engine",
        "POST, /engine-rest/deployment/create",
        "POST, /engine-rest/engine/default/process-definition/key/dayClose/start"
    })
    @DisplayName("the engine's other applications and interfaces are closed")
    void otherApplications(String method, String path) throws Exception {
        signIn("operations");
        assertThat(send(method, path, "{}", "Content-Type", "application/json", "X-XSRF-TOKEN", token())
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/camunda/app/%61dmin/default/", "/camunda/app/admin;x/default/"})
    @DisplayName("nor does another writing of their address lead to them")
    void otherWritings(String path) throws Exception {
        signIn("operations");
        assertThat(send("GET", path, "{}", "Content-Type", "application/json", "X-XSRF-TOKEN", token())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("the engine itself refuses what passes the door by a mistake: no right is there for it")
    void rights() throws Exception {
        signIn("operations");
        var groups = identity.createGroupQuery().groupMember("operations").list().stream()
                .map(group -> group.getId())
                .toList();
        identity.setAuthentication("operations", groups);
        try {
            for (var act : List.<Runnable>of(
                    () -> management.executeJob(job),
                    () -> management.setJobDuedate(job, LATER),
                    () -> management.deleteJob(job),
                    () -> runtime.setVariable(instance, "booksClose", LATER),
                    () -> runtime.deleteProcessInstance(instance, "x"),
                    () -> runtime.createProcessInstanceModification(instance)
                            .startBeforeActivity(DayCloseNodes.SETTLE_DAY)
                            .execute(),
                    () -> runtime.startProcessInstanceByKey("dayClose"),
                    () -> runtime.signal(instance),
                    () -> repository
                            .createDeployment()
                            .addString("x.bpmn", "<x/>")
                            .deploy(),
                    () -> repository.deleteProcessDefinition(definition),
                    () -> identity.saveUser(identity.newUser("eve")),
                    () -> identity.createMembership("operations", "camunda-admin"))) {
                assertThat(catchThrowable(act::run)).isInstanceOf(AuthorizationException.class);
            }
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    @DisplayName("a call without the token of its session changes nothing, and ends no session")
    void forged() throws Exception {
        signIn("operations");
        var path = ENGINE + "process-instance/" + instance + "/suspended";
        for (var forged : List.of("", "x", token() + "x")) {
            assertThat(send(
                                    "PUT",
                                    path,
                                    "{\"suspended\": true}",
                                    "Content-Type",
                                    "application/json",
                                    "X-XSRF-TOKEN",
                                    forged)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(send("PUT", path, "{\"suspended\": true}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Objects.requireNonNull(runtime.createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .singleResult())
                        .isSuspended())
                .isFalse();
        assertThat(look("/about").body()).contains("Signed in as operations");
        assertThat(call("PUT", path, "{\"suspended\": true}")).isEqualTo(204);
    }

    @Test
    @DisplayName("the cookie of its token is sent over HTTPS alone, as the session's is")
    void secure() throws Exception {
        signIn("operations");
        assertThat(cookie("XSRF-TOKEN").getSecure()).isTrue();
        assertThat(cookie("JSESSIONID").getSecure()).isTrue();
    }
}
