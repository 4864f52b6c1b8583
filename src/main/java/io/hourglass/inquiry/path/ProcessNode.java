package io.hourglass.inquiry.path;

/**
 * An event, activity, gateway or flow of a model.
 *
 * @param process the model's key, as the engine has it
 * @param id of the node or flow in it
 */
public record ProcessNode(String process, String id) {}
