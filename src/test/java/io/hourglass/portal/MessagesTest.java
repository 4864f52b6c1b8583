package io.hourglass.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.audit.Action;
import io.hourglass.portal.alternatives.AllKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

@DisplayName("The words of the pages")
class MessagesTest {

    private static Properties bundle(String file) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(file), "UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Object> arguments(String pattern) {
        var used = new TreeSet<Object>();
        for (var i = 0; i < 10; i++) {
            if (pattern.contains("{" + i + "}") || pattern.contains("{" + i + ",")) {
                used.add(i);
            }
        }
        return used;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "words/operations",
                "words/supplier",
                "words/buyer",
                "words/auditor",
                "io/hourglass/kernel/notKnown",
                "io/hourglass/kernel/channels"
            })
    @DisplayName("are the same in English and in Chinese, but for the language")
    void sameKeys(String words) {
        var english = bundle(words + ".properties");
        var chinese = bundle(words + "_zh.properties");
        assertThat(english).isNotEmpty();
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            assertThat(new MessageFormat(chinese.getProperty(key))).as(key).isNotNull();
            assertThat(english.getProperty(key) + chinese.getProperty(key))
                    .as(key + ": a straight quote is no letter to a message with arguments")
                    .doesNotContain("'");
        });
    }

    @Test
    @DisplayName("are there for every state and every mistake")
    void everyConstant() {
        assertThat(bundle("messages.properties").stringPropertyNames()).containsAll(AllKeys.OF_ALTERNATIVES);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("say of each action in both languages what was done, in the past tense, and of no two the same")
    void actions(Action action) {
        var english = bundle("words/operations.properties");
        var chinese = bundle("words/operations_zh.properties");
        var key = "operations.action." + action;
        assertThat(english.getProperty(key)).matches("(?:[a-z]+ed|found|had|hid|let|made|set) .+");
        assertThat(chinese.getProperty(key)).matches(".*(?:了|失效).*");
        assertThat(Stream.of(Action.values())
                        .flatMap(one -> Stream.of(
                                english.getProperty("operations.action." + one),
                                chinese.getProperty("operations.action." + one))))
                .doesNotHaveDuplicates();
    }
}
