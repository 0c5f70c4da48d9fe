package org.lethe.chat.desk;

/** Whether the operator of one console is there; once the console has gone, never again. */
final class ConsoleAttendance {

    private final Attendance attendance;
    private final Console console;
    private volatile boolean gone;

    ConsoleAttendance(Attendance attendance, Console console) {
        this.attendance = attendance;
        this.console = console;
    }

    /** A frame may still be in work when the socket closes: who arrives after that leaves again. */
    void arrive() {
        try {
            attendance.arrive(
                    console.connection(),
                    console.operator().account(),
                    console.operator().operator());
        } finally {
            if (gone) {
                attendance.leave(console.connection());
            }
        }
    }

    void goAway() {
        attendance.goAway(console.connection());
    }

    void leave() {
        gone = true;
        attendance.leave(console.connection());
    }
}
