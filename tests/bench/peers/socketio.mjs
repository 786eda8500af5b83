// socket.io as its guide shows broadcasting: what one client says, io.emit gives to all.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const http = createServer()
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false })
io.on('connection', (socket) => socket.on('say', (text) => io.emit('said', text)))
http.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 }, () => console.log('listening'))
