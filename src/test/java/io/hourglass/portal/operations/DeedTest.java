package io.hourglass.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.ActionLog.Done;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.operations.map.ProcessMap;
import io.hourglass.portal.operations.DeedSubjects.Known;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayName("What somebody did")
class DeedTest {

    private static final String ENGINE = "engine/engine/default/";

    private final Words words = new Words(messages(), mock(ProcessMap.class));

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("words/operations", "words/settings", "words/auditor", "words/consultation", "messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private Deed deed(String about, String details, Locale locale) {
        return Deed.of(
                new Done("olga", Action.CALL_THE_ENGINE, about, details, Instant.EPOCH), Known.NOTHING, words, locale);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "process-definition/inquiry%3A3%3A47/suspended | PUT {\"suspended\":true,\"includeProcessInstances\":true}"
                        + " | suspended process Inquiry with its instances | 挂起了流程「询盘」及其全部实例",
                "process-definition/inquiry:3:47/suspended | PUT {\"suspended\":false,\"includeProcessInstances\":true}"
                        + " | resumed process Inquiry with its instances | 恢复了流程「询盘」及其全部实例",
                "process-definition/key/dayClose/suspended | PUT {\"suspended\":true}"
                        + " | suspended process Day close, without its instances | 挂起了流程「日结」，不含其实例",
                "process-definition/suspended | PUT {\"suspended\":true,\"processDefinitionKey\":\"dispute\"}"
                        + " | suspended process Dispute, without its instances | 挂起了流程「申诉」，不含其实例",
                "process-definition/referral:1:5/suspended | PUT {\"includeProcessInstances\":true}"
                        + " | resumed process Alternatives with its instances | 恢复了流程「其他供应商」及其全部实例",
                "process-definition/referral:1:5/suspended"
                        + " | PUT {\"suspended\":true,\"executionDate\":\"2026-04-01T10:00:00\"}"
                        + " | suspended process Alternatives, without its instances, as of 2026-04-01T10:00:00"
                        + " | 挂起了流程「其他供应商」，不含其实例，自 2026-04-01T10:00:00 起",
                "process-instance/4711/suspended | PUT {\"suspended\":true}"
                        + " | suspended one process instance | 挂起了一个流程实例",
                "process-instance/4711/suspended | PUT {\"suspended\":false}"
                        + " | resumed one process instance | 恢复了一个流程实例",
                "process-instance/suspended | PUT {\"suspended\":true,\"processInstanceIds\":[\"1\",\"2\"]}"
                        + " | suspended 2 process instances | 挂起了 2 个流程实例",
                "process-instance/suspended | PUT {\"suspended\":true,\"processDefinitionId\":\"inquiry:1:2\"}"
                        + " | suspended all instances of process Inquiry | 挂起了流程「询盘」的全部实例",
                "process-instance/suspended | PUT {\"suspended\":false,\"processInstanceQuery\":{}}"
                        + " | resumed the process instances that a query found | 恢复了查询到的流程实例",
                "job/77/retries | PUT {\"retries\":3} | set the retries left of a step to 3 | 将一个步骤的剩余重试次数设为 3",
                "job/77/retries | PUT {\"retries\":0} | set the retries left of a step to 0 | 将一个步骤的剩余重试次数设为 0",
                "job-definition/9/retries | PUT {\"retries\":1}"
                        + " | set the retries left of all failed steps of one kind to 1 | 将同类失败步骤的剩余重试次数设为 1",
                "process-definition/inquiry:3:47/suspended | 403 PUT {\"suspended\":true}"
                        + " | suspended process Inquiry, without its instances: refused by the engine (403)"
                        + " | 挂起了流程「询盘」，不含其实例：被引擎拒绝（403）",
                "process-definition/inquiry:3:47/suspended | PUT, where no reason is asked for"
                        + " | suspended or resumed process Inquiry | 挂起或恢复了流程「询盘」",
                "process-instance/4711/suspended | PUT, where no reason is asked for"
                        + " | suspended or resumed one process instance | 挂起或恢复了一个流程实例",
                "process-instance/suspended | PUT, where no reason is asked for"
                        + " | suspended or resumed process instances | 挂起或恢复了流程实例",
                "job/77/retries | PUT, where no reason is asked for"
                        + " | set the retries left of a step | 设置了一个步骤的剩余重试次数",
                "message | PUT {} | called the engine | 在 Cockpit 中操作了引擎"
            })
    @DisplayName(
            "by each kind of call of Cockpit reads as what it was, in both languages, in the notes of old versions too")
    void calls(String about, String details, String english, String chinese) {
        assertThat(deed(ENGINE + about, details, Locale.ENGLISH).what()).isEqualTo(english);
        assertThat(deed(ENGINE + about, details, Locale.CHINESE).what()).isEqualTo(chinese);
    }

    @Test
    @DisplayName("in Cockpit stands beside the call as the ledger has it")
    void raw() {
        var deed = deed(ENGINE + "job/77/retries", "PUT {\"retries\":3}", Locale.ENGLISH);
        assertThat(deed.about()).isEqualTo(new DeedSubjects.Subject("77", null));
        assertThat(deed.details()).contains("PUT {\"retries\":3}", ENGINE + "job/77/retries");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PICK_ALTERNATIVES | 1 picked | one supplier | 1 家供应商",
                "PICK_ALTERNATIVES | 3 picked | 3 suppliers | 3 家供应商",
                "ERASE_A_PERSON | 0 inquiries | no inquiries | 0 条询盘",
                "RESTATE_NUMBERS | s: 9: 2 numbers | 2 numbers | 2 个公布数据",
                "FIND_A_THREAD | belongs to q-1 | Belongs to another inquiry | 属于另一条询盘",
                "ACCEPT_A_DISPUTE | inquiry q-1 | Inquiry | 询盘",
                "RAISE_A_DISPUTE | q-1: REPLIED | Reply | 回复",
                "ACCEPT_A_DISPUTE | CHAT case 2026-03-02.x | Consultation | 咨询",
                "RAISE_A_DISPUTE | CHAT case 2026-03-02.x: WROTE | Message of the account | 账号消息",
                "ACTIVATE_A_POLICY | in force from 2026-03-02: 2 picked | in force from 2026-03-02: 2 picked"
                        + " | 自 2026-03-02 起生效: 2 picked",
                "SET_THE_RULES_OF_REFERRAL | in force from 2026-03-02 | in force from 2026-03-02 | 自 2026-03-02 起生效",
                "RETRY_A_DAY_CLOSE | BEGUN: Why not | started again: Why not | 已重新启动： Why not",
                "DESCRIBE_A_SUPPLIER | suspended | suspended | 暂停",
                "SUSPEND_A_SUPPLIER | suspended | suspended | suspended",
                "MAKE_A_KEY | [TELL, READ] | read notices with buyers’ links, read inquiries and numbers"
                        + " | 读取含买家链接的通知、读取询盘和数据",
                "CHANGE_A_ROLE | OPERATIONS | Operations: sees everything, sets the rules | 运营：可查看全部，制定规则",
                "PICK_ALTERNATIVES | of another form | of another form | of another form"
            })
    @DisplayName("has its details in words of both languages, but what people wrote as they wrote it")
    void details(Action action, String details, String english, String chinese) {
        var done = new Done("olga", action, "about", details, Instant.EPOCH);
        assertThat(Deed.of(done, Known.NOTHING, words, Locale.ENGLISH).details())
                .isEqualTo(english);
        assertThat(Deed.of(done, Known.NOTHING, words, Locale.CHINESE).details())
                .isEqualTo(chinese);
    }

    @Test
    @DisplayName("to a policy is said by the day from which on it is in force, where the ledger has the instant too")
    void inForce() {
        var known = new Known(
                Map.of(), Map.of(), Map.of(), SupplierId::value, Map.of("reply 2", LocalDate.parse("2026-12-01")));
        var done = new Done(
                "olga",
                Action.ACTIVATE_A_POLICY,
                "reply 2",
                "in force from 2026-11-30T16:00:00Z: Agreed",
                Instant.EPOCH);
        assertThat(Deed.of(done, known, words, Locale.ENGLISH).details()).isEqualTo("in force from 2026-12-01: Agreed");
        assertThat(Deed.of(done, known, words, Locale.CHINESE).details()).isEqualTo("自 2026-12-01 起生效: Agreed");
        var within = new Done(
                "olga",
                Action.SET_THE_RULES_OF_REFERRAL,
                "version 3",
                "in force from 2026-11-30T16:00:01Z",
                Instant.EPOCH);
        assertThat(Deed.of(within, known, words, Locale.CHINESE).details()).isEqualTo("自 2026-11-30T16:00:01Z 起生效");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "RESTATE_NUMBERS | s: 9: 2 numbers | Wenzhou Valves | /settings/suppliers/s%3A%209",
                "FIND_A_THREAD | belongs to q/1 | q/1 | /inquiries/q%2F1/trace",
                "REFUSE_A_DISPUTE | inquiry q-1 | q-1 | /inquiries/q-1/trace",
                "RAISE_A_DISPUTE | q-1: REPLIED | q-1 | /inquiries/q-1/trace",
                "LET_A_DISPUTE_LAPSE | CHAT case 2026-03-02.x | 2026-03-02.x | /consultations/2026-03-02.x/trace",
                "RAISE_A_DISPUTE | CHAT case 2026-03-02.x: WROTE | 2026-03-02.x | /consultations/2026-03-02.x/trace"
            })
    @DisplayName("has whom its details speak of beside them, by name, and leads there")
    void others(Action action, String details, String text, String address) {
        var known = new Known(Map.of(), Map.of(), Map.of(), supplier -> "Wenzhou Valves", Map.of());
        var deed = Deed.of(new Done("olga", action, "about", details, Instant.EPOCH), known, words, Locale.ENGLISH);
        assertThat(deed.of()).isEqualTo(new DeedSubjects.Subject(text, address));
        assertThat(deed.other()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PICK_ALTERNATIVES, 1 picked", "CHANGE_A_ROLE, BUYER", "RAISE_A_DISPUTE, of another form"})
    @DisplayName("speaks of nobody else where its details name none")
    void noOther(Action action, String details) {
        var done = new Done("olga", action, "about", details, Instant.EPOCH);
        assertThat(Deed.of(done, Known.NOTHING, words, Locale.ENGLISH).other()).isNull();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "SUSPEND_A_SUPPLIER, s/1, Wenzhou Valves, /settings/suppliers/s%2F1",
        "CLOSE_AN_ACCOUNT, pseudonym, li.wei, /settings/accounts/li.wei",
        "CLOSE_AN_ACCOUNT, of an erased one, of an erased one,",
        "MAKE_A_KEY, 12ab, backend, /settings/keys/12ab",
        "REVOKE_A_KEY, gone, gone,",
        "ACCEPT_A_DISPUTE, d, d, /audit/disputes/d",
        "FIND_A_THREAD, q, q, /inquiries/q/trace",
        "ACTIVATE_A_POLICY, reply 2, 'SLA policy, version 2', /settings/policies/reply",
        "SET_THE_RULES_OF_DISPUTES, version 3, 'Rules of disputes, version 3', /settings/policies/dispute",
        "RETRY_A_DAY_CLOSE, 2026-03-02, 2026-03-02,"
    })
    @DisplayName("names what it was done to, and leads there")
    void subjects(Action action, String about, String text, @Nullable String address) {
        var known = new Known(
                Map.of("pseudonym", "li.wei"),
                Map.of("olga.2", "olga"),
                Map.of("12ab", "backend"),
                supplier -> "Wenzhou Valves",
                Map.of());
        var deed = Deed.of(new Done("olga.2", action, about, "", Instant.EPOCH), known, words, Locale.ENGLISH);
        assertThat(deed.about()).isEqualTo(new DeedSubjects.Subject(text, address));
        assertThat(deed.by()).as("merged").isEqualTo("olga");
    }
}
