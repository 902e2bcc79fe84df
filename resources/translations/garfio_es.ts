<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AddressBar</name>
        <message>
            <source>Listening</source>
            <translation>Escuchando</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menú</translation>
        </message>
        <message>
            <source>Not answering</source>
            <translation>No responde</translation>
        </message>
        <message>
            <source>Not listening</source>
            <translation>Sin escuchar</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>Iniciando…</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Detenido</translation>
        </message>
    </context>
    <context>
        <name>Annotations</name>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Tags, with blanks between</source>
            <translation>Etiquetas, separadas por espacios</translation>
        </message>
    </context>
    <context>
        <name>ArrivalsChart</name>
        <message numerus="yes">
            <source>%n arrival(s) in the last 10 minutes</source>
            <translation>
                <numerusform>%n llegada en los últimos 10 minutos</numerusform>
                <numerusform>%n llegadas en los últimos 10 minutos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CaptureHeader</name>
        <message>
            <source>Reset columns</source>
            <translation>Restablecer columnas</translation>
        </message>
    </context>
    <context>
        <name>CaptureTableView</name>
        <message>
            <source>Webhooks</source>
            <translation>Webhooks</translation>
        </message>
    </context>
    <context>
        <name>CodeView</name>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Find…</source>
            <translation>Buscar…</translation>
        </message>
        <message>
            <source>Select All</source>
            <translation>Seleccionar todo</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>Wrap Lines</source>
            <translation>Ajustar líneas</translation>
        </message>
    </context>
    <context>
        <name>ErrorBubble</name>
        <message>
            <source>Use {suggestion}</source>
            <translation>Usar {suggestion}</translation>
        </message>
        <message>
            <source>{text} (at character {position})</source>
            <translation>{text} (en el carácter {position})</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Close (Esc)</source>
            <translation>Cerrar (Esc)</translation>
        </message>
        <message>
            <source>Find in this text</source>
            <translation>Buscar en este texto</translation>
        </message>
        <message>
            <source>Match case</source>
            <translation>Distinguir mayúsculas</translation>
        </message>
        <message>
            <source>Next match (Enter)</source>
            <translation>Coincidencia siguiente (Intro)</translation>
        </message>
        <message>
            <source>No match</source>
            <translation>Sin coincidencias</translation>
        </message>
        <message>
            <source>Not a regular expression</source>
            <translation>No es una expresión regular</translation>
        </message>
        <message>
            <source>Previous match (Shift+Enter)</source>
            <translation>Coincidencia anterior (Mayús+Intro)</translation>
        </message>
        <message>
            <source>Regular expression</source>
            <translation>Expresión regular</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>Copy the URL</source>
            <translation>Copiar la URL</translation>
        </message>
        <message>
            <source>Copy the command</source>
            <translation>Copiar la orden</translation>
        </message>
        <message>
            <source>Give this address to the program that sends:</source>
            <translation>Da esta dirección al programa que envía:</translation>
        </message>
        <message>
            <source>Only programs on this computer reach this address. No account, no cloud.</source>
            <translation>Solo los programas de este equipo llegan a esta dirección. Sin cuenta ni nube.</translation>
        </message>
        <message>
            <source>Or see at once how one looks:</source>
            <translation>O mira ya qué aspecto tiene uno:</translation>
        </message>
        <message>
            <source>Or send one from a terminal:</source>
            <translation>O envía uno desde un terminal:</translation>
        </message>
        <message>
            <source>Other computers reach this address too.</source>
            <translation>También otros equipos llegan a esta dirección.</translation>
        </message>
        <message>
            <source>Waiting for the first webhook</source>
            <translation>A la espera del primer webhook</translation>
        </message>
    </context>
    <context>
        <name>HeadersModel</name>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
    </context>
    <context>
        <name>HeadersTab</name>
        <message>
            <source>Copy all</source>
            <translation>Copiar todo</translation>
        </message>
        <message>
            <source>Filter headers</source>
            <translation>Filtrar cabeceras</translation>
        </message>
    </context>
    <context>
        <name>HeadersTable</name>
        <message>
            <source>Copy line</source>
            <translation>Copiar línea</translation>
        </message>
        <message>
            <source>Copy name</source>
            <translation>Copiar nombre</translation>
        </message>
        <message>
            <source>Copy value</source>
            <translation>Copiar valor</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>Cabeceras</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>Body</source>
            <translation>Cuerpo</translation>
        </message>
        <message>
            <source>Headers {count}</source>
            <translation>Cabeceras {count}</translation>
        </message>
        <message>
            <source>Hex</source>
            <translation>Hex</translation>
        </message>
        <message>
            <source>Parts of the webhook</source>
            <translation>Partes del webhook</translation>
        </message>
        <message>
            <source>Pretty</source>
            <translation>Formateado</translation>
        </message>
        <message>
            <source>Raw</source>
            <translation>Original</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>The sender broke off inside the body</source>
            <translation>El emisor se interrumpió en medio del cuerpo</translation>
        </message>
        <message>
            <source>Tree</source>
            <translation>Árbol</translation>
        </message>
        <message>
            <source>What came is kept and shown; it was never acknowledged, so a careful sender will try again. Look at the sender’s own timeout, and at anything between it and here.</source>
            <translation>Lo que llegó se guarda y se muestra; nunca se confirmó, así que un emisor cuidadoso lo intentará de nuevo. Revisa el tiempo límite del emisor y lo que haya entre él y este equipo.</translation>
        </message>
    </context>
    <context>
        <name>KeyMap</name>
        <message>
            <source>Key</source>
            <translation>Tecla</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Atajos de teclado</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>Qué hace</translation>
        </message>
    </context>
    <context>
        <name>LineBar</name>
        <message>
            <source>Go to line</source>
            <translation>Ir a la línea</translation>
        </message>
        <message>
            <source>Line number</source>
            <translation>Número de línea</translation>
        </message>
        <message>
            <source>of {count}</source>
            <translation>de {count}</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close this message</source>
            <translation>Cerrar este mensaje</translation>
        </message>
    </context>
    <context>
        <name>News</name>
        <message>
            <source>Change port…</source>
            <translation>Cambiar puerto…</translation>
        </message>
        <message>
            <source>Not listening</source>
            <translation>Sin escuchar</translation>
        </message>
        <message>
            <source>Nothing was overwritten. The damaged file is kept: {where}</source>
            <translation>No se ha sobrescrito nada. El archivo dañado se conserva: {where}</translation>
        </message>
        <message>
            <source>The database was damaged, and a new one is in use</source>
            <translation>La base de datos estaba dañada y se usa una nueva</translation>
        </message>
        <message>
            <source>The listener had stopped and was started again</source>
            <translation>La escucha se había detenido y se ha reiniciado</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Webhooks are stored again</source>
            <translation>Los webhooks se guardan de nuevo</translation>
        </message>
        <message>
            <source>What it had acknowledged is stored. Senders that came in between will try again.</source>
            <translation>Lo que había confirmado está guardado. Los emisores que llegaron entretanto lo intentarán de nuevo.</translation>
        </message>
    </context>
    <context>
        <name>NewsPill</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n nuevo</numerusform>
                <numerusform>%n nuevos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoCapture</name>
        <message>
            <source>Choose one in the list to see what was sent.</source>
            <translation>Elige uno de la lista para ver qué se envió.</translation>
        </message>
        <message>
            <source>No webhook chosen</source>
            <translation>Ningún webhook elegido</translation>
        </message>
    </context>
    <context>
        <name>NoRows</name>
        <message>
            <source>No webhook matches</source>
            <translation>Ningún webhook coincide</translation>
        </message>
        <message>
            <source>What arrives and matches will appear here.</source>
            <translation>Lo que llegue y coincida aparecerá aquí.</translation>
        </message>
    </context>
    <context>
        <name>OfferList</name>
        <message>
            <source>Suggestions</source>
            <translation>Sugerencias</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Actions</source>
            <translation>Acciones</translation>
        </message>
        <message>
            <source>Find an action</source>
            <translation>Buscar una acción</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>¿Qué quieres hacer?</translation>
        </message>
    </context>
    <context>
        <name>PortPopover</name>
        <message>
            <source>Listen here</source>
            <translation>Escuchar aquí</translation>
        </message>
        <message>
            <source>Next free one</source>
            <translation>El siguiente libre</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Puerto</translation>
        </message>
    </context>
    <context>
        <name>QueryHelp</name>
        <message>
            <source>Fields</source>
            <translation>Campos</translation>
        </message>
        <message>
            <source>Help for queries</source>
            <translation>Ayuda para las búsquedas</translation>
        </message>
        <message>
            <source>Ways to write</source>
            <translation>Formas de escribir</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Search webhooks</source>
            <translation>Buscar webhooks</translation>
        </message>
        <message>
            <source>earlier</source>
            <translation>anterior</translation>
        </message>
    </context>
    <context>
        <name>SearchProgress</name>
        <message>
            <source>Progress of the search</source>
            <translation>Avance de la búsqueda</translation>
        </message>
        <message numerus="yes">
            <source>Searching headers and bodies… %n found</source>
            <translation>
                <numerusform>Buscando en cabeceras y cuerpos… %n encontrado</numerusform>
                <numerusform>Buscando en cabeceras y cuerpos… %n encontrados</numerusform>
            </translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>Another address opens the port to other computers, for example 0.0.0.0</source>
            <translation>Otra dirección abre el puerto a otros equipos, por ejemplo 0.0.0.0</translation>
        </message>
        <message>
            <source>Another language is used from the next start on.</source>
            <translation>Otro idioma se usa a partir del próximo inicio.</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Apariencia</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Como el sistema</translation>
        </message>
        <message>
            <source>Connections at once</source>
            <translation>Conexiones a la vez</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>Database size</source>
            <translation>Tamaño de la base de datos</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>Días</translation>
        </message>
        <message>
            <source>Desktop</source>
            <translation>Escritorio</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Conservar</translation>
        </message>
        <message>
            <source>Keep an icon in the system tray</source>
            <translation>Mantener un icono en la bandeja del sistema</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Largest body</source>
            <translation>Cuerpo más grande</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Listener</source>
            <translation>Escucha</translation>
        </message>
        <message>
            <source>Notify of webhooks while the window is hidden</source>
            <translation>Avisar de webhooks mientras la ventana esté oculta</translation>
        </message>
        <message>
            <source>Older webhooks are deleted for good. Pinned ones stay.</source>
            <translation>Los webhooks más antiguos se eliminan para siempre. Los fijados se quedan.</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Puerto</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>The newest</source>
            <translation>Los más recientes</translation>
        </message>
        <message>
            <source>everything</source>
            <translation>todo</translation>
        </message>
        <message>
            <source>this computer only</source>
            <translation>solo este equipo</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>All webhooks</source>
            <translation>Todos</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Cambiar…</translation>
        </message>
        <message>
            <source>Endpoints</source>
            <translation>Endpoints</translation>
        </message>
        <message>
            <source>Endpoints and views</source>
            <translation>Endpoints y vistas</translation>
        </message>
        <message>
            <source>Failing signature</source>
            <translation>Firma con fallos</translation>
        </message>
        <message>
            <source>Pinned</source>
            <translation>Fijados</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Rechazados</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>Retries</source>
            <translation>Reintentos</translation>
        </message>
        <message>
            <source>Unread</source>
            <translation>Sin leer</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Vistas</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n captured</source>
            <translation>
                <numerusform>%n capturado</numerusform>
                <numerusform>%n capturados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n refused</source>
            <translation>
                <numerusform>%n rechazado</numerusform>
                <numerusform>%n rechazados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n sin leer</numerusform>
                <numerusform>%n sin leer</numerusform>
            </translation>
        </message>
        <message>
            <source>The listener accepts connections from other computers. Change the address in the settings.</source>
            <translation>La escucha acepta conexiones de otros equipos. Cambia la dirección en los ajustes.</translation>
        </message>
        <message>
            <source>database {size}</source>
            <translation>base de datos {size}</translation>
        </message>
        <message>
            <source>last 10 min</source>
            <translation>últimos 10 min</translation>
        </message>
        <message>
            <source>⚠ Open to the network</source>
            <translation>⚠ Abierto a la red</translation>
        </message>
    </context>
    <context>
        <name>TextPane</name>
        <message numerus="yes">
            <source>%n value(s)</source>
            <translation>
                <numerusform>%n valor</numerusform>
                <numerusform>%n valores</numerusform>
            </translation>
        </message>
        <message>
            <source>Find in this text</source>
            <translation>Buscar en este texto</translation>
        </message>
        <message>
            <source>Preparing…</source>
            <translation>Preparando…</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Mostrar todo</translation>
        </message>
        <message>
            <source>The first {shown} of {size} are shown.</source>
            <translation>Se muestran los primeros {shown} de {size}.</translation>
        </message>
        <message>
            <source>What is very long is shown without colours.</source>
            <translation>Lo que es muy largo se muestra sin colores.</translation>
        </message>
    </context>
    <context>
        <name>Title</name>
        <message>
            <source>Copy as</source>
            <translation>Copiar como</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message numerus="yes">
            <source>%n new webhook(s)</source>
            <translation>
                <numerusform>%n webhook nuevo</numerusform>
                <numerusform>%n webhooks nuevos</numerusform>
            </translation>
        </message>
        <message>
            <source>Show Garfio</source>
            <translation>Mostrar Garfio</translation>
        </message>
    </context>
    <context>
        <name>TreeModel</name>
        <message>
            <source>Key</source>
            <translation>Clave</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
    </context>
    <context>
        <name>TreePage</name>
        <message>
            <source>This body is not JSON, so there is no tree of it.</source>
            <translation>Este cuerpo no es JSON, así que no tiene árbol.</translation>
        </message>
    </context>
    <context>
        <name>ViewChooser</name>
        <message>
            <source>Automatic</source>
            <translation>Automático</translation>
        </message>
        <message>
            <source>Show the body as…</source>
            <translation>Mostrar el cuerpo como…</translation>
        </message>
    </context>
    <context>
        <name>ViewDialog</name>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Query</source>
            <translation>Búsqueda</translation>
        </message>
        <message>
            <source>Saved view</source>
            <translation>Vista guardada</translation>
        </message>
    </context>
    <context>
        <name>_Tree</name>
        <message>
            <source>Close all below</source>
            <translation>Cerrar todo lo de dentro</translation>
        </message>
        <message>
            <source>Copy JSON Pointer</source>
            <translation>Copiar JSON Pointer</translation>
        </message>
        <message>
            <source>Copy as sent</source>
            <translation>Copiar tal como llegó</translation>
        </message>
        <message>
            <source>Copy path</source>
            <translation>Copiar ruta</translation>
        </message>
        <message>
            <source>Copy value</source>
            <translation>Copiar valor</translation>
        </message>
        <message>
            <source>Open all below</source>
            <translation>Abrir todo lo de dentro</translation>
        </message>
        <message>
            <source>Query this value</source>
            <translation>Buscar este valor</translation>
        </message>
        <message>
            <source>Tree of the body</source>
            <translation>Árbol del cuerpo</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>A command for a POSIX shell that sends the same bytes</source>
            <translation>Una orden para un shell POSIX que envía los mismos bytes</translation>
        </message>
        <message>
            <source>A real request to the listener, to see how it looks</source>
            <translation>Una petición real a la escucha, para ver qué aspecto tiene</translation>
        </message>
        <message>
            <source>Bring back what was deleted last</source>
            <translation>Recuperar lo último que se eliminó</translation>
        </message>
        <message>
            <source>Change port…</source>
            <translation>Cambiar puerto…</translation>
        </message>
        <message>
            <source>Choose the columns of the list</source>
            <translation>Elegir las columnas de la lista</translation>
        </message>
        <message>
            <source>Close the port; senders get no connection</source>
            <translation>Cerrar el puerto; los emisores no consiguen conexión</translation>
        </message>
        <message>
            <source>Columns…</source>
            <translation>Columnas…</translation>
        </message>
        <message>
            <source>Copy URL</source>
            <translation>Copiar URL</translation>
        </message>
        <message>
            <source>Copy as cURL</source>
            <translation>Copiar como cURL</translation>
        </message>
        <message>
            <source>Copy as cURL (PowerShell)</source>
            <translation>Copiar como cURL (PowerShell)</translation>
        </message>
        <message>
            <source>Copy as cURL (Windows cmd)</source>
            <translation>Copiar como cURL (cmd de Windows)</translation>
        </message>
        <message>
            <source>Copy body</source>
            <translation>Copiar cuerpo</translation>
        </message>
        <message>
            <source>Copy raw message</source>
            <translation>Copiar mensaje original</translation>
        </message>
        <message>
            <source>Copy the listener’s URL</source>
            <translation>Copiar la URL de la escucha</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Eliminar</translation>
        </message>
        <message>
            <source>Delete all…</source>
            <translation>Eliminar todo…</translation>
        </message>
        <message>
            <source>Delete every webhook of this database; can be undone for a while</source>
            <translation>Eliminar todos los webhooks de esta base de datos; se puede deshacer durante un rato</translation>
        </message>
        <message>
            <source>Delete the selected webhooks; can be undone for a while</source>
            <translation>Eliminar los webhooks seleccionados; se puede deshacer durante un rato</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Detalle</translation>
        </message>
        <message>
            <source>Everything that can be done, by name</source>
            <translation>Todo lo que se puede hacer, por su nombre</translation>
        </message>
        <message>
            <source>Export as .http…</source>
            <translation>Exportar como .http…</translation>
        </message>
        <message>
            <source>Find an action…</source>
            <translation>Buscar una acción…</translation>
        </message>
        <message>
            <source>Find in the detail</source>
            <translation>Buscar en el detalle</translation>
        </message>
        <message>
            <source>Find text in the body, headers or raw message that is open</source>
            <translation>Buscar texto en el cuerpo, las cabeceras o el mensaje original abiertos</translation>
        </message>
        <message>
            <source>Go to a line of the text that is open</source>
            <translation>Ir a una línea del texto abierto</translation>
        </message>
        <message>
            <source>Go to line…</source>
            <translation>Ir a la línea…</translation>
        </message>
        <message>
            <source>Go to the newest</source>
            <translation>Ir al más reciente</translation>
        </message>
        <message>
            <source>Help for queries</source>
            <translation>Ayuda para las búsquedas</translation>
        </message>
        <message>
            <source>How to write a query, and every field with an example</source>
            <translation>Cómo se escribe una búsqueda, y cada campo con un ejemplo</translation>
        </message>
        <message>
            <source>Import .http files…</source>
            <translation>Importar archivos .http…</translation>
        </message>
        <message>
            <source>Keep it at hand; pinned webhooks survive retention</source>
            <translation>Tenerlo a mano; los webhooks fijados no caducan</translation>
        </message>
        <message>
            <source>Keep the query under a name in the sidebar, with its count</source>
            <translation>Guardar la búsqueda con un nombre en la barra lateral, con su cuenta</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Atajos de teclado</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Lista</translation>
        </message>
        <message>
            <source>Listen on another port</source>
            <translation>Escuchar en otro puerto</translation>
        </message>
        <message>
            <source>Listener</source>
            <translation>Escucha</translation>
        </message>
        <message>
            <source>Mark all as read</source>
            <translation>Marcar todo como leído</translation>
        </message>
        <message>
            <source>Mark as read or unread</source>
            <translation>Marcar como leído o sin leer</translation>
        </message>
        <message>
            <source>Narrow the list with a query; in the detail: find in the text</source>
            <translation>Acotar la lista con una consulta; en el detalle: buscar en el texto</translation>
        </message>
        <message>
            <source>Note and tags</source>
            <translation>Nota y etiquetas</translation>
        </message>
        <message>
            <source>Pause the list</source>
            <translation>Pausar la lista</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>Fijar</translation>
        </message>
        <message>
            <source>Port, limits, retention, notifications, appearance</source>
            <translation>Puerto, límites, conservación, avisos, apariencia</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Read raw messages from files into the list</source>
            <translation>Leer mensajes originales de archivos a la lista</translation>
        </message>
        <message>
            <source>Receive webhooks on the chosen port</source>
            <translation>Recibir webhooks en el puerto elegido</translation>
        </message>
        <message>
            <source>Request line, headers and body as they arrived</source>
            <translation>Línea de petición, cabeceras y cuerpo tal como llegaron</translation>
        </message>
        <message>
            <source>Save body…</source>
            <translation>Guardar cuerpo…</translation>
        </message>
        <message>
            <source>Save the search as a view…</source>
            <translation>Guardar la búsqueda como vista…</translation>
        </message>
        <message>
            <source>Scroll to the top and follow what arrives</source>
            <translation>Subir al principio y seguir lo que llega</translation>
        </message>
        <message>
            <source>Search webhooks</source>
            <translation>Buscar webhooks</translation>
        </message>
        <message>
            <source>Send yourself a sample</source>
            <translation>Enviarte un ejemplo</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Ajustes…</translation>
        </message>
        <message>
            <source>Show body</source>
            <translation>Mostrar cuerpo</translation>
        </message>
        <message>
            <source>Show headers</source>
            <translation>Mostrar cabeceras</translation>
        </message>
        <message>
            <source>Show or hide endpoints and views</source>
            <translation>Mostrar u ocultar endpoints y vistas</translation>
        </message>
        <message>
            <source>Show or hide the webhook that is open</source>
            <translation>Mostrar u ocultar el webhook abierto</translation>
        </message>
        <message>
            <source>Show raw message</source>
            <translation>Mostrar mensaje original</translation>
        </message>
        <message>
            <source>Sidebar</source>
            <translation>Barra lateral</translation>
        </message>
        <message>
            <source>Start listening</source>
            <translation>Empezar a escuchar</translation>
        </message>
        <message>
            <source>Stop listening</source>
            <translation>Dejar de escuchar</translation>
        </message>
        <message>
            <source>Stop listening and close Garfio</source>
            <translation>Dejar de escuchar y cerrar Garfio</translation>
        </message>
        <message>
            <source>Switch the dot of the selected webhooks</source>
            <translation>Cambiar el punto de los webhooks seleccionados</translation>
        </message>
        <message>
            <source>Take the dot from every webhook of the list</source>
            <translation>Quitar el punto a todos los webhooks de la lista</translation>
        </message>
        <message>
            <source>The URL that was asked for</source>
            <translation>La URL que se pidió</translation>
        </message>
        <message>
            <source>The address to give to a provider</source>
            <translation>La dirección que se da a un proveedor</translation>
        </message>
        <message>
            <source>The body as it arrived, not as it is shown</source>
            <translation>El cuerpo tal como llegó, no como se muestra</translation>
        </message>
        <message>
            <source>The body, laid out for reading</source>
            <translation>El cuerpo, dispuesto para leerlo</translation>
        </message>
        <message>
            <source>The command for Windows PowerShell</source>
            <translation>La orden para Windows PowerShell</translation>
        </message>
        <message>
            <source>The command for the Windows command prompt</source>
            <translation>La orden para el símbolo del sistema de Windows</translation>
        </message>
        <message>
            <source>The header fields in order and case as they arrived</source>
            <translation>Los campos de cabecera en el orden y con las mayúsculas con que llegaron</translation>
        </message>
        <message>
            <source>The key of every action</source>
            <translation>La tecla de cada acción</translation>
        </message>
        <message>
            <source>The message as it arrived</source>
            <translation>El mensaje tal como llegó</translation>
        </message>
        <message>
            <source>Undo delete</source>
            <translation>Deshacer eliminación</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ver</translation>
        </message>
        <message>
            <source>Webhook</source>
            <translation>Webhook</translation>
        </message>
        <message>
            <source>Webhooks are still received; the list stays as it is</source>
            <translation>Se siguen recibiendo webhooks; la lista se queda como está</translation>
        </message>
        <message>
            <source>Write a note beside the webhook, and tags to find it by</source>
            <translation>Escribir una nota junto al webhook, y etiquetas para encontrarlo</translation>
        </message>
        <message>
            <source>Write the body’s bytes to a file</source>
            <translation>Escribir los bytes del cuerpo en un archivo</translation>
        </message>
        <message>
            <source>Write the selected webhooks as raw messages to a file</source>
            <translation>Escribir los webhooks seleccionados como mensajes originales en un archivo</translation>
        </message>
    </context>
    <context>
        <name>cells</name>
        <message>
            <source>none</source>
            <translation>ninguna</translation>
        </message>
    </context>
    <context>
        <name>columns</name>
        <message>
            <source>Duration</source>
            <translation>Duración</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Evento</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Método</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>Ruta</translation>
        </message>
        <message>
            <source>Reply</source>
            <translation>Respuesta</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Firma</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Hora</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Tipo</translation>
        </message>
    </context>
    <context>
        <name>commands</name>
        <message numerus="yes">
            <source>%n copied</source>
            <translation>
                <numerusform>%n copiado</numerusform>
                <numerusform>%n copiados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n deleted</source>
            <translation>
                <numerusform>%n eliminado</numerusform>
                <numerusform>%n eliminados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n exported</source>
            <translation>
                <numerusform>%n exportado</numerusform>
                <numerusform>%n exportados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n imported</source>
            <translation>
                <numerusform>%n importado</numerusform>
                <numerusform>%n importados</numerusform>
            </translation>
        </message>
        <message>
            <source>All but the pinned deleted</source>
            <translation>Todo eliminado salvo lo fijado</translation>
        </message>
        <message>
            <source>Copied, but not all of it is text: save the body to keep every byte</source>
            <translation>Copiado, pero no todo es texto: guarda el cuerpo para conservar cada byte</translation>
        </message>
        <message>
            <source>Copied, {size}</source>
            <translation>Copiado, {size}</translation>
        </message>
        <message>
            <source>Delete all</source>
            <translation>Eliminar todo</translation>
        </message>
        <message numerus="yes">
            <source>Delete all %n webhook(s)?</source>
            <translation>
                <numerusform>¿Eliminar %n webhook?</numerusform>
                <numerusform>¿Eliminar los %n webhooks?</numerusform>
            </translation>
        </message>
        <message>
            <source>Export as .http</source>
            <translation>Exportar como .http</translation>
        </message>
        <message>
            <source>Import .http files</source>
            <translation>Importar archivos .http</translation>
        </message>
        <message>
            <source>It is too late to undo the deletion.</source>
            <translation>Ya es tarde para deshacer la eliminación.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove the view {name}?</source>
            <translation>¿Quitar la vista {name}?</translation>
        </message>
        <message>
            <source>Save body</source>
            <translation>Guardar cuerpo</translation>
        </message>
        <message>
            <source>The URL is in the clipboard</source>
            <translation>La URL está en el portapapeles</translation>
        </message>
        <message>
            <source>The webhooks that it shows stay.</source>
            <translation>Los webhooks que muestra se quedan.</translation>
        </message>
        <message>
            <source>What other searches would show goes too; what is pinned stays. You can undo it for a short while.</source>
            <translation>También desaparece lo que mostrarían otras búsquedas; lo fijado se queda. Puedes deshacerlo durante un rato.</translation>
        </message>
        <message>
            <source>{name} could not be written: {reason}</source>
            <translation>No se pudo escribir {name}: {reason}</translation>
        </message>
        <message>
            <source>{name} written</source>
            <translation>{name} escrito</translation>
        </message>
    </context>
    <context>
        <name>dialogs</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
    </context>
    <context>
        <name>error</name>
        <message>
            <source>A parenthesis has no partner.</source>
            <translation>Un paréntesis no tiene pareja.</translation>
        </message>
        <message>
            <source>A quotation mark is not closed.</source>
            <translation>Unas comillas no están cerradas.</translation>
        </message>
        <message>
            <source>Another listener already uses this database. Stop it first.</source>
            <translation>Otra escucha ya usa esta base de datos. Detenla antes.</translation>
        </message>
        <message>
            <source>Port {port} is used by another program.</source>
            <translation>Otro programa usa el puerto {port}.</translation>
        </message>
        <message>
            <source>Something is missing here.</source>
            <translation>Aquí falta algo.</translation>
        </message>
        <message>
            <source>The header’s name is not valid.</source>
            <translation>El nombre de la cabecera no es válido.</translation>
        </message>
        <message>
            <source>The path into the body is not valid.</source>
            <translation>La ruta dentro del cuerpo no es válida.</translation>
        </message>
        <message>
            <source>The query is nested too deeply.</source>
            <translation>La consulta está anidada a demasiada profundidad.</translation>
        </message>
        <message>
            <source>The query is too long.</source>
            <translation>La consulta es demasiado larga.</translation>
        </message>
        <message>
            <source>There is no such field.</source>
            <translation>No existe ese campo.</translation>
        </message>
        <message>
            <source>This character cannot be part of a query here.</source>
            <translation>Este carácter no puede estar aquí en una consulta.</translation>
        </message>
        <message>
            <source>This field does not know that value.</source>
            <translation>Este campo no conoce ese valor.</translation>
        </message>
        <message>
            <source>This is not a regular expression.</source>
            <translation>Esto no es una expresión regular.</translation>
        </message>
        <message>
            <source>This operator does not fit here.</source>
            <translation>Este operador no encaja aquí.</translation>
        </message>
        <message>
            <source>This user may not listen on port {port}. Choose a port of 1024 or above.</source>
            <translation>Este usuario no puede escuchar en el puerto {port}. Elige un puerto a partir de 1024.</translation>
        </message>
        <message>
            <source>This value cannot be used for {name}: {value}</source>
            <translation>Este valor no sirve para {name}: {value}</translation>
        </message>
        <message>
            <source>This value does not fit the field.</source>
            <translation>Este valor no encaja en el campo.</translation>
        </message>
        <message>
            <source>This webhook is no longer there.</source>
            <translation>Este webhook ya no está.</translation>
        </message>
        <message>
            <source>{host} is not an address of this computer.</source>
            <translation>{host} no es una dirección de este equipo.</translation>
        </message>
        <message>
            <source>{text} Perhaps: {suggestion}</source>
            <translation>{text} Quizá: {suggestion}</translation>
        </message>
    </context>
    <context>
        <name>fields</name>
        <message>
            <source>A header is there, or has a value</source>
            <translation>Hay una cabecera, o tiene un valor</translation>
        </message>
        <message>
            <source>A mark or a state</source>
            <translation>Una marca o un estado</translation>
        </message>
        <message>
            <source>A part of the Content-Type</source>
            <translation>Una parte del Content-Type</translation>
        </message>
        <message>
            <source>A part of the body, or a value in it</source>
            <translation>Una parte del cuerpo, o un valor dentro</translation>
        </message>
        <message>
            <source>A part of the note</source>
            <translation>Una parte de la nota</translation>
        </message>
        <message>
            <source>A part of the raw path and query</source>
            <translation>Una parte de la ruta y la consulta tal cual</translation>
        </message>
        <message>
            <source>A part of the sender’s address</source>
            <translation>Una parte de la dirección del remitente</translation>
        </message>
        <message>
            <source>A phrase</source>
            <translation>Una frase</translation>
        </message>
        <message>
            <source>A regular expression; field~… looks in one field</source>
            <translation>Una expresión regular; campo~… busca en un campo</translation>
        </message>
        <message>
            <source>A tag, whole</source>
            <translation>Una etiqueta, entera</translation>
        </message>
        <message>
            <source>A word anywhere: path, event, ids, note, headers, body</source>
            <translation>Una palabra en cualquier parte: ruta, evento, ids, nota, cabeceras, cuerpo</translation>
        </message>
        <message>
            <source>Body bytes as on the wire</source>
            <translation>Bytes del cuerpo tal como llegaron</translation>
        </message>
        <message>
            <source>Both; * stands for anything</source>
            <translation>Ambas cosas; * vale por cualquier cosa</translation>
        </message>
        <message>
            <source>How long ago it arrived</source>
            <translation>Hace cuánto llegó</translation>
        </message>
        <message>
            <source>How long our answer took</source>
            <translation>Cuánto tardó nuestra respuesta</translation>
        </message>
        <message>
            <source>How many more of the same kind were folded into it</source>
            <translation>Cuántos más de la misma clase se reunieron en él</translation>
        </message>
        <message>
            <source>Not this one; NOT does the same</source>
            <translation>Este no; NOT hace lo mismo</translation>
        </message>
        <message>
            <source>One of them; parentheses group</source>
            <translation>Una de las dos; los paréntesis agrupan</translation>
        </message>
        <message>
            <source>Something is there</source>
            <translation>Hay algo</translation>
        </message>
        <message>
            <source>The HTTP method</source>
            <translation>El método HTTP</translation>
        </message>
        <message>
            <source>The endpoint’s path</source>
            <translation>La ruta del punto de entrada</translation>
        </message>
        <message>
            <source>The exact value; != is its opposite</source>
            <translation>El valor exacto; != es lo contrario</translation>
        </message>
        <message>
            <source>The number of the webhook</source>
            <translation>El número del webhook</translation>
        </message>
        <message>
            <source>The path without its query</source>
            <translation>La ruta sin la consulta</translation>
        </message>
        <message>
            <source>The provider’s delivery id</source>
            <translation>El id de entrega del proveedor</translation>
        </message>
        <message>
            <source>The provider’s name for the event</source>
            <translation>El nombre que el proveedor da al evento</translation>
        </message>
        <message>
            <source>The service that sent it</source>
            <translation>El servicio que lo envió</translation>
        </message>
        <message>
            <source>The status that we answered with</source>
            <translation>El estado con que respondimos</translation>
        </message>
        <message>
            <source>What the signature check said</source>
            <translation>Lo que dijo la comprobación de la firma</translation>
        </message>
        <message>
            <source>When it arrived</source>
            <translation>Cuándo llegó</translation>
        </message>
        <message>
            <source>Where it came from</source>
            <translation>De dónde vino</translation>
        </message>
        <message>
            <source>Why it was refused</source>
            <translation>Por qué se rechazó</translation>
        </message>
    </context>
    <context>
        <name>figures</name>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>hace %n día</numerusform>
                <numerusform>hace %n días</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h ago</source>
            <translation>
                <numerusform>hace %n h</numerusform>
                <numerusform>hace %n h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min ago</source>
            <translation>
                <numerusform>hace %n min</numerusform>
                <numerusform>hace %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n s ago</source>
            <translation>
                <numerusform>hace %n s</numerusform>
                <numerusform>hace %n s</numerusform>
            </translation>
        </message>
        <message>
            <source>just now</source>
            <translation>ahora mismo</translation>
        </message>
        <message>
            <source>today</source>
            <translation>hoy</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>ayer</translation>
        </message>
    </context>
    <context>
        <name>notes</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n línea</numerusform>
                <numerusform>%n líneas</numerusform>
            </translation>
        </message>
        <message>
            <source>Begins with a byte order mark ({encoding}).</source>
            <translation>Empieza con una marca de orden de bytes ({encoding}).</translation>
        </message>
        <message>
            <source>Declared as {coding}, but it cannot be decompressed: {reason}</source>
            <translation>Declarado como {coding}, pero no se puede descomprimir: {reason}</translation>
        </message>
        <message>
            <source>Declared as {declared}, but it reads as {shown}.</source>
            <translation>Declarado como {declared}, pero se lee como {shown}.</translation>
        </message>
        <message>
            <source>Decompressed for reading ({coding}); copy and save give the bytes as sent.</source>
            <translation>Descomprimido para leerlo ({coding}); al copiar y guardar se dan los bytes tal como se enviaron.</translation>
        </message>
        <message>
            <source>Deeper levels than {levels} are not indented further.</source>
            <translation>Los niveles más profundos que {levels} no se sangran más.</translation>
        </message>
        <message>
            <source>Entities are shown as sent; none is expanded.</source>
            <translation>Las entidades se muestran tal como se enviaron; ninguna se expande.</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Formulario</translation>
        </message>
        <message>
            <source>Hexadecimal</source>
            <translation>Hexadecimal</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Long parts are shown only in part.</source>
            <translation>Las partes largas se muestran solo en parte.</translation>
        </message>
        <message>
            <source>More nested codings are declared than are undone.</source>
            <translation>Se declaran más codificaciones anidadas de las que se deshacen.</translation>
        </message>
        <message>
            <source>No part begins with the declared boundary.</source>
            <translation>Ninguna parte empieza con el boundary declarado.</translation>
        </message>
        <message>
            <source>Not UTF-8 from byte {offset} on, and no charset that fits is declared; shown as Latin-1.</source>
            <translation>No es UTF-8 a partir del byte {offset} y no se declara un juego de caracteres que encaje; se muestra como Latin-1.</translation>
        </message>
        <message>
            <source>Not valid JSON at line {line}, column {column}: {reason}. The rest is shown as sent.</source>
            <translation>No es JSON válido en la línea {line}, columna {column}: {reason}. El resto se muestra tal como se envió.</translation>
        </message>
        <message>
            <source>Only the first part is decompressed; the data grows beyond the limit.</source>
            <translation>Solo se descomprime la primera parte; los datos crecen más allá del límite.</translation>
        </message>
        <message>
            <source>Only the first {shown} of {count} fields are shown.</source>
            <translation>Solo se muestran los primeros {shown} de {count} campos.</translation>
        </message>
        <message>
            <source>Only the first {shown} of {count} parts are shown.</source>
            <translation>Solo se muestran las primeras {shown} de {count} partes.</translation>
        </message>
        <message>
            <source>Only the first {shown} of {size} are shown as text or hexadecimal here.</source>
            <translation>Aquí solo se muestran los primeros {shown} de {size} como texto o hexadecimal.</translation>
        </message>
        <message>
            <source>Some % escapes are not valid and are shown as sent.</source>
            <translation>Algunos escapes % no son válidos y se muestran tal como se enviaron.</translation>
        </message>
        <message>
            <source>Some elements are not closed.</source>
            <translation>Algunos elementos no están cerrados.</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>The Content-Type names no boundary.</source>
            <translation>El Content-Type no indica ningún boundary.</translation>
        </message>
        <message>
            <source>The bytes are not an image of a known format.</source>
            <translation>Los bytes no son una imagen de un formato conocido.</translation>
        </message>
        <message>
            <source>The bytes are not in the declared charset {charset}.</source>
            <translation>Los bytes no están en el juego de caracteres declarado {charset}.</translation>
        </message>
        <message>
            <source>The closing boundary is missing.</source>
            <translation>Falta el boundary de cierre.</translation>
        </message>
        <message>
            <source>The declared charset {charset} is not known.</source>
            <translation>El juego de caracteres declarado {charset} no se conoce.</translation>
        </message>
        <message>
            <source>The declared coding {coding} is not known.</source>
            <translation>La codificación declarada {coding} no se conoce.</translation>
        </message>
        <message>
            <source>The token is encrypted.</source>
            <translation>El token está cifrado.</translation>
        </message>
        <message>
            <source>The token is not signed.</source>
            <translation>El token no está firmado.</translation>
        </message>
        <message>
            <source>The token’s signature has not been checked.</source>
            <translation>La firma del token no se ha comprobado.</translation>
        </message>
        <message>
            <source>The tree shows the first {count} values; the text shows all.</source>
            <translation>El árbol muestra los primeros {count} valores; el texto los muestra todos.</translation>
        </message>
        <message>
            <source>The {coding} data breaks off: {reason}</source>
            <translation>Los datos {coding} se interrumpen: {reason}</translation>
        </message>
        <message>
            <source>The {coding} data ends early.</source>
            <translation>Los datos {coding} terminan antes de tiempo.</translation>
        </message>
        <message>
            <source>The {view} view failed ({error}); please report it.</source>
            <translation>La vista {view} ha fallado ({error}); por favor, comunícalo.</translation>
        </message>
        <message>
            <source>There are more faults than are listed.</source>
            <translation>Hay más fallos de los que se enumeran.</translation>
        </message>
        <message>
            <source>This is not a JSON Web Token.</source>
            <translation>Esto no es un JSON Web Token.</translation>
        </message>
        <message>
            <source>a colon is missing</source>
            <translation>faltan dos puntos</translation>
        </message>
        <message>
            <source>a comma is missing</source>
            <translation>falta una coma</translation>
        </message>
        <message>
            <source>a control character stands in a string</source>
            <translation>hay un carácter de control en una cadena</translation>
        </message>
        <message>
            <source>a key is missing</source>
            <translation>falta una clave</translation>
        </message>
        <message>
            <source>a value is missing</source>
            <translation>falta un valor</translation>
        </message>
        <message>
            <source>it ends here</source>
            <translation>termina aquí</translation>
        </message>
        <message>
            <source>something follows the value</source>
            <translation>algo sigue al valor</translation>
        </message>
        <message>
            <source>this escape does not exist</source>
            <translation>este escape no existe</translation>
        </message>
        <message>
            <source>this is no number</source>
            <translation>esto no es un número</translation>
        </message>
        <message>
            <source>this word means nothing in JSON</source>
            <translation>esta palabra no significa nada en JSON</translation>
        </message>
        <message>
            <source>{coding} cannot be decompressed here.</source>
            <translation>Aquí no se puede descomprimir {coding}.</translation>
        </message>
    </context>
    <context>
        <name>refusal</name>
        <message>
            <source>A header goes on in a second line, which HTTP/1.1 no longer allows. Send it in one line.</source>
            <translation>Una cabecera continúa en una segunda línea, algo que HTTP/1.1 ya no permite. Envíala en una sola línea.</translation>
        </message>
        <message>
            <source>A header line is not a name, a colon and a value. Look under Raw for blanks in a name, or control characters in a value.</source>
            <translation>Una línea de cabecera no es un nombre, dos puntos y un valor. Busca en Original espacios en un nombre o caracteres de control en un valor.</translation>
        </message>
        <message>
            <source>A proxy in front of this port announced the sender with the PROXY protocol. Switch that off in the proxy.</source>
            <translation>Un proxy situado delante de este puerto anunció al emisor con el protocolo PROXY. Desactívalo en el proxy.</translation>
        </message>
        <message>
            <source>Bad Content-Length</source>
            <translation>Content-Length incorrecto</translation>
        </message>
        <message>
            <source>Bad Host header</source>
            <translation>Cabecera Host incorrecta</translation>
        </message>
        <message>
            <source>Body length stated twice</source>
            <translation>Longitud del cuerpo indicada dos veces</translation>
        </message>
        <message>
            <source>Body over the limit</source>
            <translation>Cuerpo por encima del límite</translation>
        </message>
        <message>
            <source>Broken chunks</source>
            <translation>Fragmentos rotos</translation>
        </message>
        <message>
            <source>Closed inside the headers</source>
            <translation>Cerrado en medio de las cabeceras</translation>
        </message>
        <message>
            <source>Content-Length and Transfer-Encoding, or two lengths, came together, so nobody can be sure where the body ends. Something between the sender and here may have added one of them.</source>
            <translation>Llegaron juntos Content-Length y Transfer-Encoding, o dos longitudes, así que nadie puede saber dónde acaba el cuerpo. Puede que algo entre el emisor y este equipo haya añadido una de ellas.</translation>
        </message>
        <message>
            <source>Content-Length must be one plain number, the size of the body in bytes.</source>
            <translation>Content-Length debe ser un único número, el tamaño del cuerpo en bytes.</translation>
        </message>
        <message>
            <source>Every line of the head must end with CR LF. A program that writes HTTP by hand has left out the CR.</source>
            <translation>Cada línea del encabezado debe terminar con CR LF. Un programa que escribe HTTP a mano ha omitido el CR.</translation>
        </message>
        <message>
            <source>HTTP/2 without an upgrade</source>
            <translation>HTTP/2 sin acordarlo antes</translation>
        </message>
        <message>
            <source>HTTPS sent to the HTTP port</source>
            <translation>HTTPS enviado al puerto HTTP</translation>
        </message>
        <message>
            <source>Header over several lines</source>
            <translation>Cabecera en varias líneas</translation>
        </message>
        <message>
            <source>Headers did not arrive in time</source>
            <translation>Las cabeceras no llegaron a tiempo</translation>
        </message>
        <message>
            <source>Headers over the limit</source>
            <translation>Cabeceras por encima del límite</translation>
        </message>
        <message>
            <source>Line without CR LF</source>
            <translation>Línea sin CR LF</translation>
        </message>
        <message>
            <source>Malformed header</source>
            <translation>Cabecera mal formada</translation>
        </message>
        <message>
            <source>Malformed request line</source>
            <translation>Línea de petición mal formada</translation>
        </message>
        <message>
            <source>Malformed trailer</source>
            <translation>Tráiler mal formado</translation>
        </message>
        <message>
            <source>More connections were open at once than are accepted, so this one was turned away with 503. Senders that keep connections open without using them are the usual cause.</source>
            <translation>Había más conexiones abiertas a la vez de las que se aceptan, así que esta se rechazó con 503. La causa habitual son emisores que mantienen conexiones abiertas sin usarlas.</translation>
        </message>
        <message>
            <source>Not HTTP</source>
            <translation>No es HTTP</translation>
        </message>
        <message>
            <source>Only HTTP/1.1 and HTTP/1.0 are spoken here. Let the sender use one of them.</source>
            <translation>Aquí solo se hablan HTTP/1.1 y HTTP/1.0. Haz que el emisor use una de ellas.</translation>
        </message>
        <message>
            <source>PROXY protocol before HTTP</source>
            <translation>Protocolo PROXY antes de HTTP</translation>
        </message>
        <message>
            <source>Refused: {code}</source>
            <translation>Rechazado: {code}</translation>
        </message>
        <message>
            <source>The body claims to be chunked, but a chunk’s size line is wrong. Look under Raw for the place.</source>
            <translation>El cuerpo dice venir en fragmentos (chunked), pero la línea de tamaño de uno es incorrecta. Busca el lugar en Original.</translation>
        </message>
        <message>
            <source>The body is larger than the limit and was answered with 413. The limit is in the settings, under Listener.</source>
            <translation>El cuerpo supera el límite y se respondió 413. El límite está en los ajustes, en Escucha.</translation>
        </message>
        <message>
            <source>The connection was opened, but the request line and headers were not complete in time. Under Raw is what came.</source>
            <translation>La conexión se abrió, pero la línea de petición y las cabeceras no se completaron a tiempo. En Original está lo que llegó.</translation>
        </message>
        <message>
            <source>The first line must read like POST /path HTTP/1.1. A blank in the path that is not escaped is the usual cause.</source>
            <translation>La primera línea debe ser como POST /ruta HTTP/1.1. La causa habitual es un espacio sin escapar en la ruta.</translation>
        </message>
        <message>
            <source>The header lines after the chunked body are malformed.</source>
            <translation>Las líneas de cabecera que siguen al cuerpo en fragmentos están mal formadas.</translation>
        </message>
        <message>
            <source>The only Transfer-Encoding that is understood is chunked.</source>
            <translation>El único Transfer-Encoding que se entiende es chunked.</translation>
        </message>
        <message>
            <source>The request line and headers are larger than is accepted and were answered with 431. Look under Raw for a header that has grown, often a cookie or a token.</source>
            <translation>La línea de petición y las cabeceras superan lo que se acepta y se respondió 431. Busca en Original una cabecera que haya crecido, a menudo una cookie o un token.</translation>
        </message>
        <message>
            <source>The sender began with HTTP/2, which is not spoken here. Let it use HTTP/1.1.</source>
            <translation>El emisor empezó con HTTP/2, que aquí no se habla. Haz que use HTTP/1.1.</translation>
        </message>
        <message>
            <source>The sender closed the connection before the end of the headers. Under Raw is what came.</source>
            <translation>El emisor cerró la conexión antes del final de las cabeceras. En Original está lo que llegó.</translation>
        </message>
        <message>
            <source>The sender spoke TLS to a port that speaks plain HTTP. Write the URL at the sender with http:// in place of https://, or put a tunnel with a certificate in front.</source>
            <translation>El emisor habló TLS a un puerto que habla HTTP sin cifrar. Escribe en el emisor la URL con http:// en lugar de https://, o pon delante un túnel con certificado.</translation>
        </message>
        <message>
            <source>There are more header lines than are accepted; it was answered with 431.</source>
            <translation>Hay más líneas de cabecera de las que se aceptan; se respondió 431.</translation>
        </message>
        <message>
            <source>There must be one Host header, with a host name or address.</source>
            <translation>Debe haber una única cabecera Host, con un nombre de host o una dirección.</translation>
        </message>
        <message>
            <source>Too many connections</source>
            <translation>Demasiadas conexiones</translation>
        </message>
        <message>
            <source>Too many headers</source>
            <translation>Demasiadas cabeceras</translation>
        </message>
        <message>
            <source>Unknown HTTP version</source>
            <translation>Versión de HTTP desconocida</translation>
        </message>
        <message>
            <source>Unknown Transfer-Encoding</source>
            <translation>Transfer-Encoding desconocido</translation>
        </message>
        <message>
            <source>What arrived is not HTTP at all. Under Raw are its first bytes; they often tell which program it was.</source>
            <translation>Lo que llegó no es HTTP. En Original están sus primeros bytes; a menudo delatan qué programa fue.</translation>
        </message>
    </context>
    <context>
        <name>summary</name>
        <message>
            <source>answered {status}</source>
            <translation>respondido {status}</translation>
        </message>
        <message>
            <source>answered {status} in {time}</source>
            <translation>respondido {status} en {time}</translation>
        </message>
        <message>
            <source>from {peer}</source>
            <translation>de {peer}</translation>
        </message>
        <message>
            <source>imported</source>
            <translation>importado</translation>
        </message>
        <message>
            <source>not answered</source>
            <translation>sin respuesta</translation>
        </message>
    </context>
    <context>
        <name>trouble</name>
        <message>
            <source>Another program holds the database</source>
            <translation>Otro programa retiene la base de datos</translation>
        </message>
        <message>
            <source>Free space: {free}.</source>
            <translation>Espacio libre: {free}.</translation>
        </message>
        <message>
            <source>Senders are answered 503 and asked to try again, so nothing is lost that was acknowledged. Receiving goes on by itself as soon as it can.</source>
            <translation>A los emisores se les responde 503 y se les pide que lo intenten de nuevo, así que no se pierde nada que se haya confirmado. La recepción sigue por sí sola en cuanto se pueda.</translation>
        </message>
        <message>
            <source>The database cannot be written to</source>
            <translation>No se puede escribir en la base de datos</translation>
        </message>
        <message>
            <source>The database file has gone</source>
            <translation>El archivo de la base de datos ha desaparecido</translation>
        </message>
        <message>
            <source>The database file is damaged</source>
            <translation>El archivo de la base de datos está dañado</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>El disco está lleno</translation>
        </message>
        <message>
            <source>The disk reports errors</source>
            <translation>El disco informa de errores</translation>
        </message>
        <message>
            <source>The system says: {message}</source>
            <translation>El sistema dice: {message}</translation>
        </message>
        <message>
            <source>Webhooks cannot be stored</source>
            <translation>No se pueden guardar webhooks</translation>
        </message>
    </context>
    <context>
        <name>verdict</name>
        <message>
            <source>expired</source>
            <translation>caducada</translation>
        </message>
        <message>
            <source>invalid</source>
            <translation>no válida</translation>
        </message>
        <message>
            <source>malformed</source>
            <translation>mal formada</translation>
        </message>
        <message>
            <source>no secret</source>
            <translation>sin secreto</translation>
        </message>
        <message>
            <source>unsigned</source>
            <translation>sin firma</translation>
        </message>
        <message>
            <source>unverifiable</source>
            <translation>no verificable</translation>
        </message>
        <message>
            <source>valid</source>
            <translation>válida</translation>
        </message>
    </context>
</TS>
