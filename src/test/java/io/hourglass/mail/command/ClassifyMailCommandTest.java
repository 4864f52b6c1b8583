package io.hourglass.mail.command;

import static io.hourglass.mail.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.kernel.text.Commands;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The classify-mail command")
class ClassifyMailCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int run(String... args) {
        return Commands.onTerminal(new ClassifyMailCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complained))
                .execute(args);
    }

    private void write(String name, String mail) throws IOException {
        Files.writeString(folder.resolve(name), mail);
    }

    @Test
    @DisplayName("says of each file of a folder who wrote it and why, by names in the order of their code points")
    void each() throws IOException {
        write("b.eml", mail("Subject: Re: pumps", "5 USD"));
        write("B.eml", mail("Subject: pumps", "这是一封自动回复邮件"));
        write("\ud83d\ude00.eml", "none");
        write("\uff21,.eml", mail("Subject: pumps\nX-Failed-Recipients: a@b.example", ""));
        Files.createDirectory(folder.resolve("a"));
        assertThat(run(folder.toString())).isZero();
        assertThat(said.toString())
                .isEqualTo(
                        """
                file,class,reasons
                B.eml,AUTOMATIC,AUTOMATIC_TEXT
                b.eml,PERSON,REPLY_SUBJECT
                "\uff21,.eml",BOUNCE,FAILED_RECIPIENTS
                \ud83d\ude00.eml,UNSURE,UNREADABLE
                """);
    }

    @Test
    @DisplayName("with --headers-only says what can be said without reading a body")
    void headersOnly() throws IOException {
        write("a.eml", mail("Subject: pumps", "这是一封自动回复邮件"));
        assertThat(run("--headers-only", folder.toString())).isZero();
        assertThat(said.toString()).contains("a.eml,PERSON,NO_SIGN");
    }

    @Test
    @DisplayName("gives a file that cannot be read its line")
    void unreadable() throws IOException {
        Files.createSymbolicLink(folder.resolve("gone.eml"), folder.resolve("nowhere"));
        assertThat(run(folder.toString())).isZero();
        assertThat(said.toString()).contains("gone.eml,UNSURE,UNREADABLE");
    }

    @Test
    @DisplayName("ends with 1 and says why where there is no such folder, and with 64 without one")
    void noFolder() throws IOException {
        write("a.eml", "none");
        assertThat(run(folder.resolve("none").toString())).isEqualTo(1);
        assertThat(run(folder.resolve("a.eml").toString())).isEqualTo(1);
        assertThat(complained.toString()).contains("no such file", "it is no folder");
        assertThat(said.toString()).isEmpty();
        assertThat(run()).isEqualTo(64);
    }
}
