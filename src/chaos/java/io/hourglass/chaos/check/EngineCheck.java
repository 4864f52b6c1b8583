package io.hourglass.chaos.check;

import static java.util.stream.Collectors.toMap;

import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * No job is stuck, no incident remains; no inquiry's process still lives, each open consultation has one process and no other
 * has any, and each open day of a track has one close.
 */
public final class EngineCheck {

    private static final String STUCK_JOBS =
            """
            select 'job ' || j.ID_ || ' ' || coalesce(j.HANDLER_CFG_, '') || ' of '
                || coalesce(e.BUSINESS_KEY_, '?') || ', due ' || coalesce(cast(j.DUEDATE_ as varchar), 'at once') || ', retries ' || j.RETRIES_
                || ', locked by ' || coalesce(j.LOCK_OWNER_, 'nobody')
                || ' until ' || coalesce(cast(j.LOCK_EXP_TIME_ as varchar), '-')
                || ', last failure ' || coalesce(j.EXCEPTION_MSG_, 'none')
            from ACT_RU_JOB j left join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
            where coalesce(j.DUEDATE_, '-infinity') <= (select now_at at time zone 'UTC' from chaos.clock)
               or j.RETRIES_ <= 0 or j.EXCEPTION_MSG_ is not null or j.EXCEPTION_STACK_ID_ is not null
            order by 1""";
    private static final String INCIDENTS =
            """
            select 'incident ' || INCIDENT_TYPE_ || ' at ' || coalesce(ACTIVITY_ID_, '?') || ': '
                || coalesce(INCIDENT_MSG_, '') from ACT_RU_INCIDENT order by 1""";
    private static final String PROCESSES =
            """
            select e.BUSINESS_KEY_ as business_key from ACT_RU_EXECUTION e
            join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
            where e.PARENT_ID_ is null and d.KEY_ = ?""";

    private EngineCheck() {}

    static Finding jobs(Tables tables) {
        var stuck = tables.jdbc().sql(STUCK_JOBS).query(String.class).list();
        return new Finding("jobs", count(tables, "ACT_RU_JOB"), stuck);
    }

    /** None is what is right, so that the process definitions stand for what was looked at. */
    static Finding incidents(Tables tables) {
        var incidents = tables.jdbc().sql(INCIDENTS).query(String.class).list();
        return new Finding("incidents", count(tables, "ACT_RE_PROCDEF"), incidents);
    }

    static Finding processes(Tables tables, JudgedChats chats) {
        var comparison = new Comparison()
                .ofMaps("processes of inquiry", Map.of(), living(tables, "inquiry"))
                .ofMaps("processes of chat", chats.processes(), livingChats(tables, chats))
                .ofMaps("processes of the day close", openDays(tables), living(tables, "dayClose"));
        return Finding.of("processes", comparison);
    }

    /** Of each consultation that was judged; one of which there is no row shows as well. */
    static Map<String, Long> livingChats(Tables tables, JudgedChats chats) {
        var living = living(tables, "chat");
        chats.all().forEach(one -> living.putIfAbsent(one.row().id().value(), 0L));
        chats.all().stream()
                .filter(one -> !chats.isBroughtTogether(one))
                .forEach(one -> living.remove(one.row().id().value()));
        return living;
    }

    private static Map<String, Long> openDays(Tables tables) {
        var now = tables.now();
        var open = new TreeMap<String, Long>();
        for (var track : List.of(Track.INQUIRY, ConsultationId.CHAT)) {
            tables.bookDays(track).forEach((day, row) -> {
                if (row.closesAt().isAfter(now)) {
                    open.put(new TrackDay(track, day).key(), 1L);
                }
            });
        }
        return open;
    }

    /** What the nodes still have to do, at a time that stands; empty once they are done. */
    public static List<String> remaining(Tables tables) {
        return tables.jdbc()
                .sql(
                        """
                        select count(*) || ' due jobs' from ACT_RU_JOB
                        where coalesce(DUEDATE_, '-infinity') <= :now having count(*) > 0
                        union all
                        select 'day ' || received_day || ' of ' || track || ' to be settled' from hourglass.book_day
                        where closes_at <= :at and (settled_at is null or published_on is null)""")
                .param("now", UtcColumn.of(tables.now()).toLocalDateTime())
                .param("at", UtcColumn.of(tables.now()))
                .query(String.class)
                .list();
    }

    /** By business key, how many. */
    private static Map<String, Long> living(Tables tables, String process) {
        return tables.jdbc().sql(PROCESSES).param(process).query(String.class).list().stream()
                .collect(toMap(Function.identity(), key -> 1L, Long::sum));
    }

    private static int count(Tables tables, String table) {
        return tables.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
