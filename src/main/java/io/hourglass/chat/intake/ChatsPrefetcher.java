package io.hourglass.chat.intake;

import io.hourglass.batch.Prefetcher;
import io.hourglass.chat.intake.RecordChat.Reports;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ChatsPrefetcher implements Prefetcher<Reports> {

    private final ChatPrefetcher each;

    ChatsPrefetcher(ChatPrefetcher each) {
        this.each = each;
    }

    @Override
    public void load(List<Reports> many) {
        each.load(many.stream().flatMap(reports -> reports.reports().stream()).toList());
    }
}
