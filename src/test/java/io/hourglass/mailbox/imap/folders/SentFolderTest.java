package io.hourglass.mailbox.imap.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The folder of sent mail")
class SentFolderTest {

    private static RemoteFolder folder(String leaf, String... flags) {
        return new RemoteFolder("INBOX/" + leaf, "INBOX/" + leaf, leaf, Set.of(flags));
    }

    @Test
    @DisplayName("is the one that the server marks so, whatever it and others are called")
    void marked() {
        var marked = folder("Archiv 2", "\\hasnochildren", "\\sent");
        assertThat(SentFolder.among(List.of(folder("Sent"), marked))).containsExactly(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent",
                "SENT ITEMS",
                "Sent Messages",
                "已发送",
                "已发送邮件",
                "已发邮件",
                "寄件備份",
                "Gesendete Elemente",
                "Éléments envoyés",
                "E\u0301le\u0301ments envoye\u0301s",
                "Elementos enviados",
                "Itens enviados",
                "Posta inviata",
                "Отправленные",
                "送信済みメール",
                "보낸편지함",
                "Gönderilmiş Öğeler",
                "Đã gửi",
                "ส่งแล้ว",
                "Pesan Terkirim",
                "भेजे गए"
            })
    @DisplayName("is known by its name in the languages of the marketplace")
    void named(String leaf) {
        var named = folder(leaf);
        assertThat(SentFolder.among(List.of(folder("Drafts"), folder("Sentinel"), named)))
                .containsExactly(named);
    }

    @Test
    @DisplayName("is for the supplier to say where none is called so, or several are")
    void unknown() {
        assertThat(SentFolder.among(List.of(folder("Outbox"), folder("Drafts"))))
                .isEmpty();
        assertThat(SentFolder.among(List.of(folder("Sent"), folder("Sent Items"))))
                .hasSize(2);
    }

    @Test
    @DisplayName("is none that cannot be opened")
    void opens() {
        assertThat(SentFolder.among(List.of(folder("Sent", "\\noselect"), folder("x", "\\sent", "\\nonexistent"))))
                .isEmpty();
    }
}
