package io.hourglass.inquiry;

/**
 * An event or activity of a model.
 *
 * @param process the model's key: inquiry or referral
 * @param id of the node in it
 */
public record ProcessNode(String process, String id) {}
