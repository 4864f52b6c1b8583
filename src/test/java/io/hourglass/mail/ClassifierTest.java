package io.hourglass.mail;

import static io.hourglass.mail.MailClass.AUTOMATIC;
import static io.hourglass.mail.MailClass.BULK;
import static io.hourglass.mail.MailClass.PERSON;
import static io.hourglass.mail.MailClass.UNSURE;
import static io.hourglass.mail.MailReason.IN_THREAD;
import static io.hourglass.mail.MailReason.NO_SIGN;
import static io.hourglass.mail.MailReason.NULL_RETURN_PATH;
import static io.hourglass.mail.MailReason.REPLY_SUBJECT;
import static io.hourglass.mail.MailReason.RESPONSES_SUPPRESSED;
import static io.hourglass.mail.MailReason.TOO_LARGE;
import static io.hourglass.mail.Mails.classOf;
import static io.hourglass.mail.Mails.classified;
import static io.hourglass.mail.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Who wrote a mail")
class ClassifierTest {

    @ParameterizedTest
    @DisplayName("is a list, or one who writes to many, by the headers of lists")
    @ValueSource(
            strings = {
                "List-Id: <news.shop.example>",
                "List-Unsubscribe: <mailto:leave@shop.example>",
                "X-Mailing-List: <news@shop.example>",
                "Mailing-List: contact news-help@shop.example; run by ezmlm",
                "X-BeenThere: news@shop.example",
                "Precedence: bulk",
                "Precedence: List",
                "Precedence: junk",
                "List-Id: <news.shop.example>\nAuto-Submitted: auto-generated"
            })
    void lists(String headers) {
        assertThat(classOf("Subject: News of March\n" + headers)).isEqualTo(BULK);
    }

    @Test
    @DisplayName("is open where an answer came through a list, and a program's where it answered through one")
    void answersThroughLists() {
        var list = "List-Id: <news.shop.example>\nPrecedence: list\n";
        assertThat(classOf(list + "Subject: Re: pumps")).isEqualTo(UNSURE);
        assertThat(classOf(list + "Subject: pumps\nIn-Reply-To: <1@shop.example>"))
                .isEqualTo(UNSURE);
        assertThat(classOf(list + "Subject: pumps\nAuto-Submitted: auto-replied"))
                .isEqualTo(AUTOMATIC);
        assertThat(classOf(list + "Subject: Out of Office: pumps\nAuto-Submitted: auto-generated"))
                .isEqualTo(AUTOMATIC);
    }

    @Test
    @DisplayName("is a person if nothing says otherwise, with the reasons that speak for it")
    void persons() {
        assertThat(classified(mail("Subject: pumps", "How much are 500 pumps?")))
                .isEqualTo(new Classified(PERSON, Set.of(NO_SIGN)));
        assertThat(classified(mail("Subject: RE: pumps\nReferences: <1@shop.example>", "5 USD")))
                .isEqualTo(new Classified(PERSON, Set.of(REPLY_SUBJECT, IN_THREAD)));
        assertThat(classified("\nno header at all").mailClass()).isEqualTo(UNSURE);
    }

    @Test
    @DisplayName("is said with all reasons")
    void reasons() {
        assertThat(classified(mail("Return-Path: <>\nX-Auto-Response-Suppress: OOF\nSubject: pumps", "")))
                .isEqualTo(new Classified(AUTOMATIC, Set.of(NULL_RETURN_PATH, RESPONSES_SUPPRESSED)));
    }

    @Test
    @DisplayName("is open if the mail was refused, whatever was read of it before")
    void refused() {
        var headers = List.of(new ReadMail.Header("auto-submitted", "auto-replied"));
        assertThat(Classifier.of(ReadMail.refused(headers, TOO_LARGE)))
                .isEqualTo(new Classified(UNSURE, Set.of(TOO_LARGE)));
    }

    @Test
    @DisplayName("can be asked of headers alone")
    void headersAlone() {
        var headers =
                List.of(new ReadMail.Header("subject", "自动回复: pumps"), new ReadMail.Header("from", "li@shop.example"));
        assertThat(Classifier.of(new ReadMail(headers, null, null)).mailClass()).isEqualTo(AUTOMATIC);
    }

    @Test
    @DisplayName("is said by reasons that each name a standard or a vendor, and one sentence")
    void sources() {
        for (var reason : MailReason.values()) {
            assertThat(reason.source()).as(reason.name()).isNotBlank();
            assertThat(reason.sentence()).as(reason.name()).matches("[A-Z].*\\.");
        }
    }
}
