// The least that relaying a chat takes with socket.io: who has joined a chat gets what is said in it, and who
// said it is told so. Nothing is sealed, kept, checked, limited or forgotten.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const server = createServer();
const io = new Server(server, { transports: ['websocket'] });

io.on('connection', (socket) => {
  socket.on('join', (chat, joined) => {
    socket.join(chat);
    joined();
  });
  socket.on('message', (chat, text, taken) => {
    io.to(chat).emit('message', text);
    taken();
  });
});

server.listen(Number(process.argv[2]), '127.0.0.1');
