package org.lethe.contracts.chat;

import org.lethe.contracts.frame.Speaker;
import org.lethe.contracts.id.OperatorId;

/** Who wrote a message; told apart in the log, so that nobody's message ids meet another's. */
public sealed interface Author {
    Author VISITOR = new Visitor();

    Speaker speaker();

    /** How the author stands in the log and in the associated data of what they wrote. */
    String code();

    /** Reads what {@link #code} made. */
    static Author parse(String code) {
        if (code.equals(Visitor.CODE)) {
            return VISITOR;
        }
        if (code.startsWith(Operator.PREFIX)) {
            return new Operator(OperatorId.of(code.substring(Operator.PREFIX.length())));
        }
        throw new IllegalArgumentException("not an author");
    }

    /** The visitor, of whom a chat has one. */
    record Visitor() implements Author {
        private static final String CODE = "v";

        @Override
        public Speaker speaker() {
            return Speaker.VISITOR;
        }

        @Override
        public String code() {
            return CODE;
        }
    }

    /** One of the operators. */
    record Operator(OperatorId id) implements Author {
        private static final String PREFIX = "o:";

        @Override
        public Speaker speaker() {
            return Speaker.OPERATOR;
        }

        @Override
        public String code() {
            return PREFIX + id.value();
        }
    }
}
