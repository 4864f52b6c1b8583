package io.hourglass.operations.process;

import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.operations.work.Workflow;

/**
 * The waiting tokens of a model as a relation, for queries to select from: {@code token} is the engine's row; what it is
 * about, since when it waits and until when there is time come from our own tables, as the engine keeps no history.
 */
final class ProcessTokens {

    private static final String TOKENS =
            """
            from ACT_RU_EXECUTION token
              join ACT_RU_EXECUTION process on process.ID_ = token.PROC_INST_ID_
            """;
    private static final String LEAVES =
            """
            where token.PROC_DEF_ID_ = any (array(select model.ID_ from ACT_RE_PROCDEF model where model.KEY_ = ?))
              and token.ACT_ID_ is not null
              and not exists (select 1 from ACT_RU_EXECUTION child where child.PARENT_ID_ = token.ID_)
            """;

    /** Whether a token is stopped; a timer of its wait may belong to the scope around it. */
    static final String STOPPED = "(token.SUSPENSION_STATE_ = 2" + " or token.ID_ in (" + stoppedJobs()
            + ") or token.PARENT_ID_ in (" + stoppedJobs() + "))";

    private final Workflow model;

    ProcessTokens(Workflow model) {
        this.model = model;
    }

    private static String stoppedJobs() {
        return "select stopped.EXECUTION_ID_ from ACT_RU_JOB stopped where stopped.SUSPENSION_STATE_ = 2"
                + " union select dead.EXECUTION_ID_ from ACT_RU_JOB dead where dead.RETRIES_ <= 0";
    }

    /** Since when a token has been at its step. */
    String since() {
        return switch (model) {
            case INQUIRY ->
                "case when token.ACT_ID_ = '" + InquiryNodes.FIND_ALTERNATIVES
                        + "' then r.asked_at else i.recorded_at end";
            case CHAT -> "coalesce(c.opened_at, c.recorded_at)";
            case REFERRAL -> "r.asked_at";
            case DAY_CLOSE -> "cast(coalesce(job.CREATE_TIME_, message.CREATED_) as timestamp with time zone)";
            case DISPUTE -> "d.raised_at";
        };
    }

    /** Until when there is time at the step. */
    String due(String step) {
        return switch (model) {
            case INQUIRY -> step.equals(InquiryNodes.FIND_ALTERNATIVES) ? "r.expires_at" : "i.reply_due_at";
            // without its timer it is overdue: the reconciler begins it anew
            case CHAT -> "coalesce(cast(job.DUEDATE_ as timestamp with time zone), c.opened_at, c.recorded_at)";
            case REFERRAL -> "r.expires_at";
            case DAY_CLOSE -> "b.closes_at";
            case DISPUTE -> "d.decide_by";
        };
    }

    /** Inquiry, supplier and buyer; the inquiry is null where it is about none. */
    String parties() {
        return switch (model) {
            case DAY_CLOSE ->
                "cast(null as varchar) as inquiry, cast(null as varchar) as supplier, cast(null as varchar) as buyer";
            case CHAT -> "cast(null as varchar) as inquiry, c.shop as supplier, c.buyer";
            case INQUIRY, REFERRAL -> "i.id as inquiry, i.supplier, i.buyer";
            case DISPUTE -> "i.id as inquiry, d.supplier, coalesce(i.buyer, c.buyer) as buyer";
        };
    }

    /** To which further conditions can be added; its one parameter is the model's key. */
    String from() {
        return TOKENS + about() + LEAVES;
    }

    private String about() {
        return switch (model) {
            case INQUIRY ->
                " join hourglass.inquiry i on i.id = process.BUSINESS_KEY_"
                        + " left join hourglass.referral r on r.inquiry = i.id ";
            case CHAT ->
                " join hourglass.consultation c on c.id = process.BUSINESS_KEY_"
                        + " left join ACT_RU_JOB job on job.EXECUTION_ID_ = token.ID_ ";
            case REFERRAL ->
                " join hourglass.referral r on r.inquiry = process.BUSINESS_KEY_"
                        + " join hourglass.inquiry i on i.id = r.inquiry ";
            case DAY_CLOSE ->
                " join hourglass.book_day b on case b.track when 'INQUIRY' then '' else b.track || ':' end"
                        + " || cast(b.received_day as varchar) = process.BUSINESS_KEY_"
                        + " left join ACT_RU_JOB job on job.EXECUTION_ID_ = token.ID_"
                        + " left join ACT_RU_EVENT_SUBSCR message on message.EXECUTION_ID_ = token.ID_ ";
            case DISPUTE ->
                " join hourglass.dispute d on d.id = process.BUSINESS_KEY_"
                        + " left join hourglass.inquiry i on i.id = d.case_id and d.track = 'INQUIRY'"
                        + " left join hourglass.consultation c on c.id = d.case_id and d.track = 'CHAT' ";
        };
    }
}
