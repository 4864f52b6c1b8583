package io.hourglass.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.hourglass.audit.Action;
import io.hourglass.audit.ActionLog.Done;
import io.hourglass.operations.ProcessMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
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
        messages.setBasename("words/operations");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private Deed deed(String about, String details, Locale locale) {
        return Deed.of(new Done("olga", Action.CALL_THE_ENGINE, about, details, Instant.EPOCH), words, locale);
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
                        + " | resumed process Referral with its instances | 恢复了流程「推荐」及其全部实例",
                "process-definition/referral:1:5/suspended"
                        + " | PUT {\"suspended\":true,\"executionDate\":\"2026-04-01T10:00:00\"}"
                        + " | suspended process Referral, without its instances, as of 2026-04-01T10:00:00"
                        + " | 挂起了流程「推荐」，不含其实例，自 2026-04-01T10:00:00 起",
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
                "job/77/retries | PUT {\"retries\":3} | set the tries left of a step to 3 | 将一个步骤的剩余尝试次数设为 3",
                "job/77/retries | PUT {\"retries\":0} | set the tries left of a step to 0 | 将一个步骤的剩余尝试次数设为 0",
                "job-definition/9/retries | PUT {\"retries\":1}"
                        + " | set the tries left of all failed steps of one kind to 1 | 将同类失败步骤的剩余尝试次数设为 1",
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
                        + " | set the tries left of a step | 设置了一个步骤的剩余尝试次数",
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
        assertThat(deed.about()).isEqualTo("77");
        assertThat(deed.details()).contains("PUT {\"retries\":3}", ENGINE + "job/77/retries");
    }
}
