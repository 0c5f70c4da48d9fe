package org.lethe.chat.desk;

import org.lethe.contracts.id.AccountId;
import org.lethe.contracts.id.OperatorId;

/** Whether the operator of one console is there; once the console has gone, never again. */
final class ConsoleAttendance {

    private final Attendance attendance;
    private final String connection;
    private final AccountId account;
    private final OperatorId operator;
    private volatile boolean gone;

    ConsoleAttendance(
            Attendance attendance, String connection, AccountId account, OperatorId operator) {
        this.attendance = attendance;
        this.connection = connection;
        this.account = account;
        this.operator = operator;
    }

    /** A frame may still be in work when the socket closes: who arrives after that leaves again. */
    void arrive() {
        try {
            attendance.arrive(connection, account, operator);
        } finally {
            if (gone) {
                attendance.leave(connection);
            }
        }
    }

    void goAway() {
        attendance.goAway(connection);
    }

    void leave() {
        gone = true;
        attendance.leave(connection);
    }
}
