package io.hourglass.audit.actions;

import java.util.Locale;

/** What people do that is no fact about an inquiry. The ledger keeps each by its name: none may be named anew. */
public enum Action {
    ACCEPT_A_DISPUTE,
    ACTIVATE_A_POLICY,
    ADD_A_WEBHOOK,
    CALL_THE_ENGINE,
    CHANGE_A_MAILBOX,
    CHANGE_A_PASSWORD,
    CHANGE_A_ROLE,
    CHANGE_A_WEBHOOK,
    CLOSE_AN_ACCOUNT,
    CONFIRM_AN_ABNORMAL_ACCOUNT,
    CONSENT_TO_AN_OUTAGE,
    DECLARE_AN_OUTAGE,
    CONNECT_A_MAILBOX,
    DECLINE_ALTERNATIVES,
    DESCRIBE_A_SUPPLIER,
    DISABLE_A_WEBHOOK,
    DISCONNECT_A_MAILBOX,
    ENABLE_A_WEBHOOK,
    END_SESSIONS,
    ERASE_A_PERSON,
    EXPORT_A_PERSON,
    FIND_A_THREAD,
    GIVE_A_MAIL_ADDRESS,
    HAND_OUT_A_LINK,
    HIDE_THE_RATE,
    LET_A_DISPUTE_LAPSE,
    MAKE_A_KEY,
    MARK_AN_ABNORMAL_ACCOUNT,
    MERGE_ACCOUNTS,
    PICK_ALTERNATIVES,
    PUT_AN_ACCOUNT,
    RAISE_A_DISPUTE,
    REFUSE_A_DISPUTE,
    REFUSE_AN_OUTAGE,
    REMOVE_AN_ACCOUNT,
    REMOVE_A_WEBHOOK,
    REOPEN_AN_ACCOUNT,
    RESET_A_PASSWORD,
    RESTATE_NUMBERS,
    RESUME_A_SUPPLIER,
    RETRY_A_DAY_CLOSE,
    RETRY_A_FAILED_STEP,
    REVIEW_A_MAIL,
    REVOKE_A_KEY,
    ROTATE_A_SECRET,
    SEND_AGAIN,
    SEND_A_MAIL_AGAIN,
    SET_THE_CALENDAR,
    SET_THE_RULES_OF_DISPUTES,
    SET_THE_RULES_OF_REFERRAL,
    SET_THE_RULES_OF_STANDING,
    SHOW_THE_RATE,
    STOP_AN_IMPORT,
    SUSPEND_A_SUPPLIER,
    TAKE_BACK_AN_ABNORMAL_ACCOUNT,
    WITHDRAW_A_POLICY;

    /** As the ledger has it. */
    public String inLedger() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Action of(String inLedger) {
        return valueOf(inLedger.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
