package io.hourglass.chaos.plan;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that is to be sent, the same for the same scale and seed.
 *
 * @param inquiries by their receipt
 * @param chats what happens in them, each thing by itself
 * @param calls by which the inquiries and what happens in the chats are sent
 * @param lastChats to be sent once time stands, so that consultations are open at the run's end
 */
public record Plan(
        Scale scale,
        List<PlannedFact> inquiries,
        List<PlannedFact> chats,
        List<PlannedCall> calls,
        List<PlannedFact> lastChats) {

    private static final int LAST_CHATS = 60;

    public static Plan of(Scale scale, long seed) {
        var story = new Story(scale, seed);
        var inquiries = IntStream.rangeClosed(1, scale.inquiries())
                .mapToObj(story::tell)
                .toList();
        var chance = new Chance(seed + 1);
        var chatStory = new ChatStory(scale, chance);
        var chats = told(chatStory, 1, scale.chats());
        var calls = Stream.concat(inquiries.stream().map(PlannedCall::of), Batches.of(chats, chance).stream());
        var last = told(chatStory, scale.chats() + 1, LAST_CHATS).stream()
                .map(fact -> fact.leftToClock(scale.end()))
                .toList();
        return new Plan(scale, inquiries, chats, calls.toList(), last);
    }

    public Stream<PlannedFact> facts() {
        return Stream.of(inquiries, chats, lastChats).flatMap(List::stream).flatMap(PlannedFact::all);
    }

    public int countBatched() {
        return calls.stream()
                .filter(PlannedCall::isBatch)
                .mapToInt(call -> call.facts().size())
                .sum();
    }

    private static List<PlannedFact> told(ChatStory story, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(story::tell)
                .flatMap(List::stream)
                .toList();
    }
}
