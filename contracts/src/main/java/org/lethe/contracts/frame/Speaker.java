package org.lethe.contracts.frame;

import org.lethe.contracts.Coded;

/** Which side a message, or a sign of life, is from. */
public enum Speaker implements Coded {
    VISITOR,
    OPERATOR,
    SYSTEM
}
