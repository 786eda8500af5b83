// node ws as its README shows broadcasting: whatever one client says goes to every client.
import { WebSocketServer, WebSocket } from 'ws'

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.argv[2]), perMessageDeflate: false, backlog: 4096 })
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    for (const client of server.clients) if (client.readyState === WebSocket.OPEN) client.send(data, { binary: false })
  })
})
server.on('listening', () => console.log('listening'))
