<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>ActionForm</name>
        <message>
            <source>A condition, such as item.quantity &gt; 1. Empty: always.</source>
            <translation>Una condición, como item.quantity &gt; 1. Vacío: siempre.</translation>
        </message>
        <message>
            <source>An array, such as body.line_items: done once for every entry, which is “item”.</source>
            <translation>Una lista, como body.line_items: se hace una vez por cada elemento, que se llama «item».</translation>
        </message>
        <message>
            <source>Fields that are seldom needed, repetition and condition</source>
            <translation>Campos poco frecuentes, repetición y condición</translation>
        </message>
        <message>
            <source>For each of</source>
            <translation>Para cada uno de</translation>
        </message>
        <message>
            <source>Less</source>
            <translation>Menos</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Más</translation>
        </message>
        <message>
            <source>Only if</source>
            <translation>Solo si</translation>
        </message>
    </context>
    <context>
        <name>ActionsEditor</name>
        <message>
            <source>Actions</source>
            <translation>Acciones</translation>
        </message>
        <message>
            <source>Add an action</source>
            <translation>Añadir acción</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Antes</translation>
        </message>
        <message>
            <source>Fill in “{field}” of action {number}, {action}, first.</source>
            <translation>Rellena antes «{field}» de la acción {number}, {action}.</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Después</translation>
        </message>
        <message>
            <source>Nothing is done yet. Add an action: a mail, a request, a message, a notification …</source>
            <translation>Aún no se hace nada. Añade una acción: un correo, una petición, un mensaje, una notificación…</translation>
        </message>
        <message>
            <source>Remove this action</source>
            <translation>Quitar esta acción</translation>
        </message>
        <message>
            <source>Then do, in this order</source>
            <translation>Entonces, en este orden</translation>
        </message>
    </context>
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
        <name>AddressDialog</name>
        <message>
            <source>A URL without a path gets the webhook’s own path; one with a path replaces it.</source>
            <translation>Una URL sin ruta recibe la ruta del webhook; una con ruta la sustituye.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Enviar</translation>
        </message>
        <message>
            <source>Send to another address</source>
            <translation>Enviar a otra dirección</translation>
        </message>
        <message>
            <source>URL</source>
            <translation>URL</translation>
        </message>
        <message>
            <source>optional: keeps it as a target</source>
            <translation>opcional: la guarda como destino</translation>
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
        <name>AnswerPane</name>
        <message>
            <source>Answer</source>
            <translation>Respuesta</translation>
        </message>
        <message>
            <source>As sent</source>
            <translation>Como se envió</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Diferencia</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>Cabeceras</translation>
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
            <source>Parts of the attempt</source>
            <translation>Partes del intento</translation>
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
            <source>Redirects {count}</source>
            <translation>Redirecciones {count}</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
    </context>
    <context>
        <name>ArmedBar</name>
        <message>
            <source>It acts as soon as a webhook matches.</source>
            <translation>Actúa en cuanto llegue un webhook que la cumpla.</translation>
        </message>
        <message numerus="yes">
            <source>It acts once nothing has matched for %n minute(s) of listening.</source>
            <translation>
                <numerusform>Actúa cuando nada ha coincidido durante %n minuto de escucha.</numerusform>
                <numerusform>Actúa cuando nada ha coincidido durante %n minutos de escucha.</numerusform>
            </translation>
        </message>
        <message>
            <source>No endpoint of {name} has a secret to sign the sample with.</source>
            <translation>Ningún endpoint de {name} tiene un secreto con que firmar el ejemplo.</translation>
        </message>
        <message>
            <source>See it work: a sample goes through your listener as one of {name} would.</source>
            <translation>Mira cómo funciona: un ejemplo pasa por tu escucha como lo haría uno de {name}.</translation>
        </message>
        <message>
            <source>Send a sample for real</source>
            <translation>Enviar un ejemplo de verdad</translation>
        </message>
        <message>
            <source>Sent; waiting for what the rule does…</source>
            <translation>Enviado; a la espera de lo que haga la regla…</translation>
        </message>
        <message>
            <source>Set up the endpoint…</source>
            <translation>Configurar el endpoint…</translation>
        </message>
        <message>
            <source>The endpoint says where {name} wants the address.</source>
            <translation>El endpoint dice dónde quiere {name} la dirección.</translation>
        </message>
        <message>
            <source>To your own listener, signed; the rule acts as on any webhook</source>
            <translation>A tu propia escucha, firmado; la regla actúa como con cualquier webhook</translation>
        </message>
        <message>
            <source>⚠ No endpoint of {name} has a secret yet. The rule acts on valid signatures only: set the endpoint up, with the secret that {name} shows.</source>
            <translation>⚠ Ningún endpoint de {name} tiene aún un secreto. La regla solo actúa con firmas válidas: configura el endpoint con el secreto que muestra {name}.</translation>
        </message>
    </context>
    <context>
        <name>ArrivalsChart</name>
        <message numerus="yes">
            <source>%n arrival(s)</source>
            <translation>
                <numerusform>%n llegada</numerusform>
                <numerusform>%n llegadas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failing</source>
            <translation>
                <numerusform>%n con fallo</numerusform>
                <numerusform>%n con fallos</numerusform>
            </translation>
        </message>
        <message>
            <source>Arrivals, {span}</source>
            <translation>Llegadas, {span}</translation>
        </message>
    </context>
    <context>
        <name>ArrivalsPane</name>
        <message>
            <source>How far back the chart looks; drag over its bars to list a stretch</source>
            <translation>Hasta dónde mira el gráfico; arrastra sobre las barras para listar un intervalo</translation>
        </message>
    </context>
    <context>
        <name>AttemptsModel</name>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Destino</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Hora</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>Tardó</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Veredicto</translation>
        </message>
    </context>
    <context>
        <name>AttemptsTab</name>
        <message>
            <source>Attempts</source>
            <translation>Intentos</translation>
        </message>
        <message>
            <source>Every resend is kept here, with its answer.</source>
            <translation>Aquí queda cada reenvío, con su respuesta.</translation>
        </message>
        <message>
            <source>Not sent anywhere yet</source>
            <translation>Aún no se ha enviado a ningún sitio</translation>
        </message>
    </context>
    <context>
        <name>BodyEditor</name>
        <message>
            <source>As captured</source>
            <translation>Como llegó</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Cuerpo</translation>
        </message>
        <message>
            <source>Edit the body without its compression</source>
            <translation>Editar el cuerpo sin su compresión</translation>
        </message>
        <message>
            <source>Lay out</source>
            <translation>Dar formato</translation>
        </message>
        <message>
            <source>Take the captured body again</source>
            <translation>Volver al cuerpo capturado</translation>
        </message>
        <message>
            <source>The body has {size}; up to {limit} can be edited here. It is sent as it was captured.</source>
            <translation>El cuerpo ocupa {size}; aquí se pueden editar hasta {limit}. Se envía tal como llegó.</translation>
        </message>
        <message>
            <source>The body is compressed ({coding}, {size}). It is sent as it was captured.</source>
            <translation>El cuerpo está comprimido ({coding}, {size}). Se envía tal como llegó.</translation>
        </message>
        <message>
            <source>The body is not text that an editor could keep to the byte ({size}). It is sent as captured.</source>
            <translation>El cuerpo no es texto que un editor pueda conservar byte a byte ({size}). Se envía tal como llegó.</translation>
        </message>
        <message>
            <source>Unpack</source>
            <translation>Descomprimir</translation>
        </message>
        <message>
            <source>Write the JSON with a line for each value</source>
            <translation>Escribir el JSON con una línea por valor</translation>
        </message>
        <message>
            <source>✓ JSON · {size}</source>
            <translation>✓ JSON · {size}</translation>
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
            <source>Fold</source>
            <translation>Plegar</translation>
        </message>
        <message>
            <source>Fold All</source>
            <translation>Plegar todo</translation>
        </message>
        <message>
            <source>Fold to Level</source>
            <translation>Plegar hasta el nivel</translation>
        </message>
        <message>
            <source>Looks like a Latin letter, but is {character}</source>
            <translation>Parece una letra latina, pero es {character}</translation>
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
            <source>Unfold</source>
            <translation>Desplegar</translation>
        </message>
        <message>
            <source>Unfold All</source>
            <translation>Desplegar todo</translation>
        </message>
        <message>
            <source>Wrap Lines</source>
            <translation>Ajustar líneas</translation>
        </message>
    </context>
    <context>
        <name>ComparePane</name>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n diferencia</numerusform>
                <numerusform>%n diferencias</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n expected</source>
            <translation>
                <numerusform>%n esperada</numerusform>
                <numerusform>%n esperadas</numerusform>
            </translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>Bytes</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Cambios</translation>
        </message>
        <message>
            <source>Dates, lengths, signatures and ids in headers are expected to differ</source>
            <translation>Se espera que difieran fechas, longitudes, firmas e ids de las cabeceras</translation>
        </message>
        <message>
            <source>Expected:</source>
            <translation>Esperado:</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>Cabeceras</translation>
        </message>
        <message>
            <source>Identifiers are expected to differ</source>
            <translation>Se espera que los identificadores difieran</translation>
        </message>
        <message>
            <source>Ids</source>
            <translation>Ids</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>Líneas</translation>
        </message>
        <message>
            <source>There is no earlier webhook of this path and event to compare with. Select two to compare them.</source>
            <translation>No hay un webhook anterior de esta ruta y evento con el que comparar. Selecciona dos para compararlos.</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Horas</translation>
        </message>
        <message>
            <source>Timestamps are expected to differ</source>
            <translation>Se espera que las marcas de tiempo difieran</translation>
        </message>
        <message>
            <source>only the beginning is compared</source>
            <translation>solo se compara el principio</translation>
        </message>
    </context>
    <context>
        <name>CrumbBar</name>
        <message numerus="yes">
            <source>%n inside</source>
            <translation>
                <numerusform>%n dentro</numerusform>
                <numerusform>%n dentro</numerusform>
            </translation>
        </message>
        <message>
            <source>Copy this part as it was sent</source>
            <translation>Copiar esta parte tal como se envió</translation>
        </message>
        <message>
            <source>Open what is inside</source>
            <translation>Abrir lo que hay dentro</translation>
        </message>
        <message>
            <source>Save this part to a file…</source>
            <translation>Guardar esta parte en un archivo…</translation>
        </message>
        <message>
            <source>The whole body, as it was sent</source>
            <translation>El cuerpo entero, tal como se envió</translation>
        </message>
        <message>
            <source>What is inside the body</source>
            <translation>Qué hay dentro del cuerpo</translation>
        </message>
    </context>
    <context>
        <name>DifferencePane</name>
        <message>
            <source>Answer and the one before</source>
            <translation>Respuesta y la anterior</translation>
        </message>
        <message>
            <source>Only answers can be compared, and one of the two attempts has none.</source>
            <translation>Solo se pueden comparar respuestas, y uno de los dos intentos no la tiene.</translation>
        </message>
        <message>
            <source>Request and capture</source>
            <translation>Petición y captura</translation>
        </message>
        <message>
            <source>There was no attempt before at this target.</source>
            <translation>No hubo ningún intento anterior con este destino.</translation>
        </message>
        <message>
            <source>This was not sent from a webhook.</source>
            <translation>Esto no se envió a partir de un webhook.</translation>
        </message>
    </context>
    <context>
        <name>EditBar</name>
        <message>
            <source>As captured</source>
            <translation>Tal como se capturó</translation>
        </message>
        <message>
            <source>Choose a saved edit</source>
            <translation>Elegir una edición guardada</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Eliminar</translation>
        </message>
        <message>
            <source>Delete the edit “{name}”?</source>
            <translation>¿Eliminar la edición «{name}»?</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Eliminar…</translation>
        </message>
        <message>
            <source>Edit: {name}</source>
            <translation>Edición: {name}</translation>
        </message>
        <message>
            <source>Keep what stands here under a name</source>
            <translation>Guardar lo que hay aquí con un nombre</translation>
        </message>
        <message>
            <source>No edit is saved yet</source>
            <translation>Aún no hay ninguna edición guardada</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>Sin guardar</translation>
        </message>
        <message>
            <source>Of other webhooks</source>
            <translation>De otros webhooks</translation>
        </message>
        <message>
            <source>Of this webhook</source>
            <translation>De este webhook</translation>
        </message>
        <message>
            <source>Rename edit</source>
            <translation>Cambiar el nombre de la edición</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Cambiar nombre…</translation>
        </message>
        <message>
            <source>Save edit</source>
            <translation>Guardar edición</translation>
        </message>
        <message>
            <source>Save edit…</source>
            <translation>Guardar edición…</translation>
        </message>
        <message>
            <source>The webhook itself stays as it is. A secret that is entered is not saved.</source>
            <translation>El webhook en sí queda como está. Si escribes un secreto, no se guarda.</translation>
        </message>
        <message>
            <source>What stands in the editor stays there. The webhook and its attempts are kept.</source>
            <translation>Lo que hay en el editor se queda ahí. El webhook y sus intentos se conservan.</translation>
        </message>
    </context>
    <context>
        <name>EditDialog</name>
        <message>
            <source>Being sent…</source>
            <translation>Enviando…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Cancelled; nothing was sent.</source>
            <translation>Cancelado; no se envió nada.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Edit and resend: {title}</source>
            <translation>Editar y reenviar: {title}</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Enviar</translation>
        </message>
        <message>
            <source>Send to</source>
            <translation>Enviar a</translation>
        </message>
        <message>
            <source>The answer will appear here.</source>
            <translation>Aquí aparecerá la respuesta.</translation>
        </message>
    </context>
    <context>
        <name>EditStrip</name>
        <message>
            <source>Open this edit: {name}</source>
            <translation>Abrir esta edición: {name}</translation>
        </message>
        <message>
            <source>Saved edits:</source>
            <translation>Ediciones guardadas:</translation>
        </message>
        <message>
            <source>{count} more…</source>
            <translation>{count} más…</translation>
        </message>
    </context>
    <context>
        <name>EndpointDialog</name>
        <message>
            <source> s</source>
            <translation> s</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>At {provider}</source>
            <translation>En {provider}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Endpoint {path}</source>
            <translation>Endpoint {path}</translation>
        </message>
        <message>
            <source>Garfio recognises the sender of each request by its headers. Choose a provider to be sure.</source>
            <translation>Garfio reconoce al emisor de cada petición por sus cabeceras. Elige un proveedor para estar seguro.</translation>
        </message>
        <message>
            <source>New endpoint</source>
            <translation>Nuevo endpoint</translation>
        </message>
        <message>
            <source>Other tolerance than the provider’s</source>
            <translation>Otra tolerancia que la del proveedor</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>Ruta</translation>
        </message>
        <message>
            <source>Payloads</source>
            <translation>Contenidos</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Proveedor</translation>
        </message>
        <message>
            <source>Public URL</source>
            <translation>URL pública</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Schemas…</source>
            <translation>Esquemas JSON…</translation>
        </message>
        <message>
            <source>Secrets</source>
            <translation>Secretos</translation>
        </message>
        <message>
            <source>Some providers sign the address that they were given</source>
            <translation>Algunos proveedores firman la dirección que se les dio</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>Tolerancia</translation>
        </message>
        <message>
            <source>Without a place for secrets nothing was kept.</source>
            <translation>Sin un sitio para los secretos no se ha guardado nada.</translation>
        </message>
        <message>
            <source>any age</source>
            <translation>cualquier antigüedad</translation>
        </message>
        <message>
            <source>as the provider knows it, if that is another one</source>
            <translation>tal como la conoce el proveedor, si es otra</translation>
        </message>
        <message>
            <source>{kind}. Rests on: {basis}.</source>
            <translation>{kind}. Se basa en: {basis}.</translation>
        </message>
        <message>
            <source>{provider} cannot reach this address: it is your computer’s alone. Start a tunnel, for example {command}, and enter the address that it prints as the public URL.</source>
            <translation>{provider} no llega a esta dirección: solo existe en tu equipo. Abre un túnel, por ejemplo {command}, y escribe como URL pública la dirección que muestre.</translation>
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
        <name>ExportDialog</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n seleccionado</numerusform>
                <numerusform>%n seleccionados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n that the search shows</source>
            <translation>
                <numerusform>%n que la búsqueda muestra</numerusform>
                <numerusform>%n que la búsqueda muestra</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n value(s) taken out of the first one</source>
            <translation>
                <numerusform>%n valor quitado del primero</numerusform>
                <numerusform>%n valores quitados del primero</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose the file…</source>
            <translation>Elegir el archivo…</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Formato</translation>
        </message>
        <message>
            <source>Nothing is taken out: whoever gets the file can read its secrets.</source>
            <translation>No se quita nada: quien reciba el archivo podrá leer sus secretos.</translation>
        </message>
        <message>
            <source>Secrets</source>
            <translation>Secretos</translation>
        </message>
        <message>
            <source>Take e-mail addresses out too</source>
            <translation>Quitar también las direcciones de correo</translation>
        </message>
        <message>
            <source>Take secrets out: credentials, cookies, signatures, tokens, card numbers</source>
            <translation>Quitar los secretos: credenciales, cookies, firmas, tokens, números de tarjeta</translation>
        </message>
        <message>
            <source>This could search for ever, or looks around: {pattern}. Write it more plainly.</source>
            <translation>Esto podría buscar sin fin, o mira alrededor: {pattern}. Escríbelo de forma más sencilla.</translation>
        </message>
        <message>
            <source>This format holds one webhook. Select one, or choose another format.</source>
            <translation>Este formato contiene un solo webhook. Selecciona uno, o elige otro formato.</translation>
        </message>
        <message>
            <source>This is not a regular expression: {pattern}</source>
            <translation>Esto no es una expresión regular: {pattern}</translation>
        </message>
        <message>
            <source>Webhooks</source>
            <translation>Webhooks</translation>
        </message>
        <message numerus="yes">
            <source>all %n</source>
            <translation>
                <numerusform>%n en total</numerusform>
                <numerusform>los %n que hay</numerusform>
            </translation>
        </message>
        <message>
            <source>own patterns, one regular expression a line</source>
            <translation>patrones propios, una expresión regular por línea</translation>
        </message>
    </context>
    <context>
        <name>FailureBar</name>
        <message>
            <source>Looking for the cause…</source>
            <translation>Buscando la causa…</translation>
        </message>
        <message>
            <source>Show the bytes ›</source>
            <translation>Mostrar los bytes ›</translation>
        </message>
        <message>
            <source>The search ended before everything was tried.</source>
            <translation>La búsqueda terminó antes de probarlo todo.</translation>
        </message>
        <message>
            <source>The signature does not match, and here is why.</source>
            <translation>La firma no coincide, y este es el motivo.</translation>
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
            <source>Garfio is not listening, so nothing can arrive. The bar above has the cause, or the way to start.</source>
            <translation>Garfio no está escuchando, así que no puede llegar nada. La barra de arriba dice la causa, o cómo empezar.</translation>
        </message>
        <message>
            <source>Give this address to the program that sends:</source>
            <translation>Da esta dirección al programa que envía:</translation>
        </message>
        <message>
            <source>Have a mail, a message or a request go out when one arrives:</source>
            <translation>Haz que salga un correo, un mensaje o una petición cuando llegue uno:</translation>
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
            <source>Set a provider up in three steps, and have its signatures checked:</source>
            <translation>Configura un proveedor en tres pasos y deja que se comprueben sus firmas:</translation>
        </message>
        <message>
            <source>Waiting for the first webhook</source>
            <translation>A la espera del primer webhook</translation>
        </message>
    </context>
    <context>
        <name>ForwardsDialog</name>
        <message>
            <source>   (order not kept)</source>
            <translation>   (sin mantener el orden)</translation>
        </message>
        <message>
            <source>   (paused)</source>
            <translation>   (en pausa)</translation>
        </message>
        <message>
            <source> s at most</source>
            <translation> s como máximo</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>Descartar</translation>
        </message>
        <message>
            <source>Every webhook is stored first, then the target’s answer goes to the sender. When there is none in time, the sender is told so and may send again; Garfio does not try again.</source>
            <translation>Cada webhook se guarda primero; después el emisor recibe la respuesta del destino. Si no llega a tiempo, se le avisa y puede enviarlo de nuevo; Garfio no lo reintenta.</translation>
        </message>
        <message>
            <source>Forward new ones</source>
            <translation>Reenviar los nuevos</translation>
        </message>
        <message>
            <source>Forwarded</source>
            <translation>Se reenvía</translation>
        </message>
        <message>
            <source>Forwarding</source>
            <translation>Reenvío automático</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>How long a sender waits</source>
            <translation>Cuánto espera el emisor</translation>
        </message>
        <message>
            <source>Keep the order</source>
            <translation>Mantener el orden</translation>
        </message>
        <message>
            <source>Nothing is forwarded.</source>
            <translation>No se reenvía nada.</translation>
        </message>
        <message>
            <source>Nothing waits.</source>
            <translation>No hay nada en espera.</translation>
        </message>
        <message>
            <source>One after another; while one fails, the next ones wait</source>
            <translation>Uno tras otro; mientras uno falla, los siguientes esperan</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausar</translation>
        </message>
        <message>
            <source>Queues</source>
            <translation>Colas</translation>
        </message>
        <message>
            <source>Senders are answered first; what comes in is sent on afterwards, again and again until it works, also after a restart and without a window.</source>
            <translation>Primero se responde al emisor; después se reenvía lo que llega, una y otra vez hasta que funcione, también tras un reinicio y sin ventana.</translation>
        </message>
        <message>
            <source>Senders get the target’s answer</source>
            <translation>El emisor recibe la respuesta del destino</translation>
        </message>
        <message>
            <source>Senders get the target’s answer and wait {seconds} s at most</source>
            <translation>El emisor recibe la respuesta del destino y espera {seconds} s como máximo</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>The sender waits for the target; when it is late or down, the sender is told 504 or 502</source>
            <translation>El emisor espera al destino; si este tarda o no responde, recibe 504 o 502</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Webhooks to</source>
            <translation>Los webhooks para</translation>
        </message>
        <message>
            <source>every webhook</source>
            <translation>todos los webhooks</translation>
        </message>
        <message>
            <source>go on to</source>
            <translation>siguen hacia</translation>
        </message>
    </context>
    <context>
        <name>GalleryDialog</name>
        <message>
            <source>Being tried…</source>
            <translation>Probando…</translation>
        </message>
        <message>
            <source>Change it first…</source>
            <translation>Cambiarla antes…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Fill in “{title}” first.</source>
            <translation>Rellena antes «{title}».</translation>
        </message>
        <message>
            <source>Narrow down</source>
            <translation>Filtrar</translation>
        </message>
        <message>
            <source>Ready rules</source>
            <translation>Reglas predefinidas</translation>
        </message>
        <message>
            <source>Render it for an example event of the provider; nothing is sent</source>
            <translation>Ver qué saldría con un evento de ejemplo del proveedor; no se envía nada</translation>
        </message>
        <message>
            <source>Signed and verified here; nothing has been sent.</source>
            <translation>Firmado y comprobado aquí; no se ha enviado nada.</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>Activar</translation>
        </message>
        <message>
            <source>There is no sample of this event yet.</source>
            <translation>Aún no hay un ejemplo de este evento.</translation>
        </message>
        <message>
            <source>Try it</source>
            <translation>Probarla</translation>
        </message>
        <message>
            <source>Try on a sample</source>
            <translation>Probar con un ejemplo</translation>
        </message>
        <message>
            <source>What for? Shopify, mail, stock …</source>
            <translation>¿Para qué? Shopify, correo, existencias…</translation>
        </message>
        <message>
            <source>✓ {name} is on, for what arrives from now on.</source>
            <translation>✓ {name} está activa para lo que llegue desde ahora.</translation>
        </message>
    </context>
    <context>
        <name>Glance</name>
        <message>
            <source>All {total} of this delivery</source>
            <translation>Los {total} de esta entrega</translation>
        </message>
        <message>
            <source>All {total}, the body changed since</source>
            <translation>Los {total}; el cuerpo ha cambiado desde entonces</translation>
        </message>
        <message>
            <source>Documentation of {provider}</source>
            <translation>Documentación de {provider}</translation>
        </message>
        <message>
            <source>The first try of the provider and its retries</source>
            <translation>El primer intento del proveedor y sus reintentos</translation>
        </message>
        <message>
            <source>{name}: {value}
Find every webhook that holds it</source>
            <translation>{name}: {value}
Buscar todos los webhooks que lo contienen</translation>
        </message>
    </context>
    <context>
        <name>GridDialog</name>
        <message>
            <source>Answers side by side</source>
            <translation>Respuestas lado a lado</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Resultados</translation>
        </message>
        <message>
            <source>The first {most} are shown.</source>
            <translation>Se muestran los primeros {most}.</translation>
        </message>
        <message>
            <source>{passed} of {total} answered as expected</source>
            <translation>{passed} de {total} respondieron lo esperado</translation>
        </message>
    </context>
    <context>
        <name>GridModel</name>
        <message>
            <source>Webhook</source>
            <translation>Webhook</translation>
        </message>
    </context>
    <context>
        <name>HandlerDialog</name>
        <message>
            <source>Body</source>
            <translation>Cuerpo</translation>
        </message>
        <message>
            <source>Check my handler</source>
            <translation>Revisar mi programa</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Find the mistake</source>
            <translation>Buscar el error</translation>
        </message>
        <message>
            <source>It is the right signature, or no known mistake makes it.</source>
            <translation>Es la firma correcta, o ningún error conocido la produce.</translation>
        </message>
        <message>
            <source>Looking for the mistake…</source>
            <translation>Buscando el error…</translation>
        </message>
        <message>
            <source>No known mistake makes this body from the one that was sent.</source>
            <translation>Ningún error conocido convierte el cuerpo enviado en este.</translation>
        </message>
        <message>
            <source>Paste the signature or the body first.</source>
            <translation>Pega antes la firma o el cuerpo.</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Firma</translation>
        </message>
        <message>
            <source>This is not written as {form}.</source>
            <translation>Esto no está escrito como {form}.</translation>
        </message>
        <message>
            <source>This is the body as it was sent: your program hashed the right bytes.</source>
            <translation>Es el cuerpo tal como se envió: tu programa usó los bytes correctos.</translation>
        </message>
        <message>
            <source>This webhook is genuine. Paste what your own program made of it, and learn where the two part: log the signature that it computed, or the body that it hashed.</source>
            <translation>Este webhook es auténtico. Pega lo que tu programa obtuvo de él y verás dónde se separan: registra la firma que calculó, o el cuerpo que usó.</translation>
        </message>
        <message>
            <source>as base64</source>
            <translation>como base64</translation>
        </message>
        <message>
            <source>as hex</source>
            <translation>como hex</translation>
        </message>
        <message>
            <source>as text</source>
            <translation>como texto</translation>
        </message>
        <message>
            <source>the body that it hashed</source>
            <translation>el cuerpo que usó</translation>
        </message>
        <message>
            <source>the signature that it computed</source>
            <translation>la firma que calculó</translation>
        </message>
    </context>
    <context>
        <name>HeaderEditModel</name>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>New header…</source>
            <translation>Nueva cabecera…</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
    </context>
    <context>
        <name>HeaderEditor</name>
        <message>
            <source>Headers</source>
            <translation>Cabeceras</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove the chosen headers (Del)</source>
            <translation>Quitar las cabeceras elegidas (Supr)</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
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
            <source>Attempts</source>
            <translation>Intentos</translation>
        </message>
        <message>
            <source>Attempts {count}</source>
            <translation>Intentos {count}</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Cuerpo</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Comparar</translation>
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
            <source>Rules</source>
            <translation>Reglas</translation>
        </message>
        <message>
            <source>Rules {count}</source>
            <translation>Reglas {count}</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Firma</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>Tree</source>
            <translation>Árbol</translation>
        </message>
    </context>
    <context>
        <name>KeyConsent</name>
        <message>
            <source>Fetch {provider}’s public key</source>
            <translation>Descargar la clave pública de {provider}</translation>
        </message>
        <message>
            <source>Over TLS, from {hosts} alone, for all endpoints of {provider}.</source>
            <translation>Por TLS, solo desde {hosts}, para todos los endpoints de {provider}.</translation>
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
        <name>LogDialog</name>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Nothing yet. What a rule does for a webhook is a line here, with what came of it.</source>
            <translation>Nada todavía. Lo que una regla hace por un webhook es una línea aquí, con su resultado.</translation>
        </message>
        <message>
            <source>Older ones</source>
            <translation>Más antiguas</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Regla</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Try all that was given up again</source>
            <translation>Reintentar todo lo abandonado</translation>
        </message>
        <message>
            <source>What rules did</source>
            <translation>Lo que hicieron las reglas</translation>
        </message>
        <message>
            <source>all rules</source>
            <translation>todas las reglas</translation>
        </message>
        <message>
            <source>done</source>
            <translation>hecho</translation>
        </message>
        <message>
            <source>everything</source>
            <translation>todo</translation>
        </message>
        <message>
            <source>given up</source>
            <translation>abandonado</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>omitido</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>en espera</translation>
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
        <name>NameDialog</name>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
    </context>
    <context>
        <name>NamedSecretDialog</name>
        <message>
            <source>A password, a token, or a URL that only you may know. It goes to where secrets are kept; rules, logs and exports have its name alone. Letters, digits, - and _ make a name.</source>
            <translation>Una contraseña, un token o una URL que solo tú debes conocer. Va adonde se guardan los secretos; las reglas, los registros y las exportaciones solo llevan su nombre. El nombre lleva letras, cifras, - y _.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>New secret</source>
            <translation>Secreto nuevo</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>Secreto</translation>
        </message>
        <message>
            <source>such as smtp</source>
            <translation>por ejemplo, smtp</translation>
        </message>
    </context>
    <context>
        <name>News</name>
        <message>
            <source>Change port…</source>
            <translation>Cambiar puerto…</translation>
        </message>
        <message>
            <source>Choose another place…</source>
            <translation>Elegir otro lugar…</translation>
        </message>
        <message>
            <source>Listen on the next free port</source>
            <translation>Escuchar en el siguiente puerto libre</translation>
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
            <source>Signatures cannot be checked: the secrets cannot be read</source>
            <translation>No se pueden comprobar las firmas: no se pueden leer los secretos</translation>
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
            <source>Nothing found so far</source>
            <translation>Nada encontrado hasta aquí</translation>
        </message>
        <message>
            <source>Nothing found yet</source>
            <translation>Aún no se ha encontrado nada</translation>
        </message>
        <message>
            <source>The search goes on.</source>
            <translation>La búsqueda sigue.</translation>
        </message>
        <message>
            <source>The search was stopped before it had looked at every webhook.</source>
            <translation>La búsqueda se detuvo antes de haber mirado todos los webhooks.</translation>
        </message>
        <message>
            <source>What arrives and matches will appear here.</source>
            <translation>Lo que llegue y coincida aparecerá aquí.</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Show the webhook</source>
            <translation>Ver el webhook</translation>
        </message>
    </context>
    <context>
        <name>OccasionField</name>
        <message>
            <source>Minutes of silence</source>
            <translation>Minutos de silencio</translation>
        </message>
        <message>
            <source>Only time in which Garfio listens counts. The rule acts again after the next match.</source>
            <translation>Solo cuenta el tiempo en que Garfio escucha. La regla vuelve a actuar tras la siguiente coincidencia.</translation>
        </message>
        <message>
            <source>When the rule acts</source>
            <translation>Cuándo actúa la regla</translation>
        </message>
        <message>
            <source>each time one arrives</source>
            <translation>cada vez que llega uno</translation>
        </message>
        <message>
            <source>minutes of listening</source>
            <translation>minutos de escucha</translation>
        </message>
        <message>
            <source>once when none has arrived for</source>
            <translation>una vez, cuando no ha llegado ninguno durante</translation>
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
        <name>OnPurposeMark</name>
        <message numerus="yes">
            <source>%n path(s) answer on purpose</source>
            <translation>
                <numerusform>%n ruta responde a propósito</numerusform>
                <numerusform>%n rutas responden a propósito</numerusform>
            </translation>
        </message>
        <message>
            <source>Answered on purpose, not with the ordinary 200:</source>
            <translation>Se responde a propósito, no con el 200 de siempre:</translation>
        </message>
        <message>
            <source>{path} answers {mark}</source>
            <translation>{path} responde {mark}</translation>
        </message>
    </context>
    <context>
        <name>OptionsForm</name>
        <message>
            <source>A repeated delivery does nothing</source>
            <translation>Una entrega repetida no hace nada</translation>
        </message>
        <message>
            <source>At most in a minute</source>
            <translation>Como mucho por minuto</translation>
        </message>
        <message>
            <source>Only if</source>
            <translation>Solo si</translation>
        </message>
        <message>
            <source>Providers send again what they think was lost</source>
            <translation>Los proveedores vuelven a enviar lo que creen perdido</translation>
        </message>
        <message>
            <source>The values are not written right. Write {"name": 5}.</source>
            <translation>Los valores no están bien escritos. Escribe {"nombre": 5}.</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>Valores</translation>
        </message>
        <message>
            <source>Values for the templates, as JSON: vars.limit</source>
            <translation>Valores para las plantillas, como JSON: vars.limit</translation>
        </message>
        <message>
            <source>What happens beyond the limit</source>
            <translation>Qué pasa por encima del límite</translation>
        </message>
        <message>
            <source>always; or a condition such as body.available &lt; 5</source>
            <translation>siempre; o una condición como body.available &lt; 5</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>sin límite</translation>
        </message>
        <message>
            <source>the rest is left out</source>
            <translation>el resto se omite</translation>
        </message>
        <message>
            <source>the rest waits</source>
            <translation>el resto espera</translation>
        </message>
    </context>
    <context>
        <name>OrderDialog</name>
        <message>
            <source> a second</source>
            <translation> por segundo</translation>
        </message>
        <message>
            <source>2 is twice as fast, 0.5 half as fast</source>
            <translation>2 es el doble de rápido, 0,5 la mitad</translation>
        </message>
        <message>
            <source>At the same time</source>
            <translation>A la vez</translation>
        </message>
        <message>
            <source>Copies of each</source>
            <translation>Copias de cada uno</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Omitidos</translation>
        </message>
        <message>
            <source>Longest pause</source>
            <translation>Pausa máxima</translation>
        </message>
        <message>
            <source>Out of order</source>
            <translation>Desordenados</translation>
        </message>
        <message>
            <source>Pace</source>
            <translation>Ritmo</translation>
        </message>
        <message numerus="yes">
            <source>Send %n in order</source>
            <translation>
                <numerusform>Enviar %n</numerusform>
                <numerusform>Enviar %n en orden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send about %n in order</source>
            <translation>
                <numerusform>Enviar alrededor de %n en orden</numerusform>
                <numerusform>Enviar alrededor de %n en orden</numerusform>
            </translation>
        </message>
        <message>
            <source>Send in order</source>
            <translation>Enviar en orden</translation>
        </message>
        <message>
            <source>Stop at the first answer that is not as expected</source>
            <translation>Parar en la primera respuesta que no sea la esperada</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Destino</translation>
        </message>
        <message>
            <source>as it was</source>
            <translation>como fue</translation>
        </message>
        <message>
            <source>one after another, without pauses</source>
            <translation>uno tras otro, sin pausas</translation>
        </message>
        <message>
            <source>so many a second</source>
            <translation>tantos por segundo</translation>
        </message>
        <message>
            <source>with the pauses that they had</source>
            <translation>con las pausas que tuvieron</translation>
        </message>
        <message>
            <source>with those pauses, faster or slower</source>
            <translation>con esas pausas, más rápido o más lento</translation>
        </message>
    </context>
    <context>
        <name>OwnNames</name>
        <message>
            <source>Fields of your choice are expected to differ</source>
            <translation>Se espera que los campos que elijas sean distintos</translation>
        </message>
        <message>
            <source>Own {count}…</source>
            <translation>Más: {count}…</translation>
        </message>
        <message>
            <source>Own…</source>
            <translation>Más…</translation>
        </message>
    </context>
    <context>
        <name>OwnNamesDialog</name>
        <message>
            <source>Expected to differ</source>
            <translation>Diferencias esperadas</translation>
        </message>
        <message>
            <source>One field a line, by its name or its whole path; * stands for anything. What differs there is shown, but does not count.</source>
            <translation>Un campo por línea, con su nombre o su ruta completa; * vale por cualquier cosa. Lo que difiera ahí se muestra, pero no cuenta.</translation>
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
        <name>PicturePage</name>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
    </context>
    <context>
        <name>PlaceBar</name>
        <message numerus="yes">
            <source>%n more ›</source>
            <translation>
                <numerusform>%n más ›</numerusform>
                <numerusform>%n más ›</numerusform>
            </translation>
        </message>
        <message>
            <source>Close this message</source>
            <translation>Cerrar este mensaje</translation>
        </message>
    </context>
    <context>
        <name>PlacesModel</name>
        <message>
            <source>closed</source>
            <translation>cerrado</translation>
        </message>
        <message>
            <source>open</source>
            <translation>abierto</translation>
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
        <message>
            <source>Port {port} is taken or not allowed. Still listening on {now}.</source>
            <translation>El puerto {port} está ocupado o no está permitido. Se sigue escuchando en el {now}.</translation>
        </message>
    </context>
    <context>
        <name>ProviderList</name>
        <message>
            <source>All providers</source>
            <translation>Todos los proveedores</translation>
        </message>
        <message>
            <source>Best known</source>
            <translation>Más conocidos</translation>
        </message>
        <message>
            <source>Each request says whose it is</source>
            <translation>Cada petición dice de quién es</translation>
        </message>
        <message>
            <source>Providers</source>
            <translation>Proveedores</translation>
        </message>
        <message numerus="yes">
            <source>Search %n provider(s)</source>
            <translation>
                <numerusform>Buscar en %n proveedor</numerusform>
                <numerusform>Buscar en %n proveedores</numerusform>
            </translation>
        </message>
        <message>
            <source>Search providers</source>
            <translation>Buscar proveedores</translation>
        </message>
        <message>
            <source>Your schemes</source>
            <translation>Tus esquemas de firma</translation>
        </message>
    </context>
    <context>
        <name>QueryField</name>
        <message>
            <source>Query</source>
            <translation>Búsqueda</translation>
        </message>
        <message>
            <source>every webhook</source>
            <translation>cada webhook</translation>
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
        <name>RecheckBar</name>
        <message>
            <source>Checking again what came to {path}</source>
            <translation>Comprobando de nuevo lo que llegó a {path}</translation>
        </message>
    </context>
    <context>
        <name>RecipeForm</name>
        <message>
            <source>There is nothing to fill in.</source>
            <translation>No hay nada que rellenar.</translation>
        </message>
        <message>
            <source>{title} (optional)</source>
            <translation>{title} (opcional)</translation>
        </message>
    </context>
    <context>
        <name>RepliesDialog</name>
        <message>
            <source>/* at its end stands for everything below</source>
            <translation>/* al final vale para todo lo que hay debajo</translation>
        </message>
        <message>
            <source>Another path</source>
            <translation>Otra ruta</translation>
        </message>
        <message>
            <source>Answer 200 again</source>
            <translation>Volver a responder 200</translation>
        </message>
        <message>
            <source>Answer so</source>
            <translation>Responder así</translation>
        </message>
        <message>
            <source>Change it</source>
            <translation>Cambiarla</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Give the ordinary reply on this path again</source>
            <translation>Dar de nuevo la respuesta de siempre en esta ruta</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>Ruta</translation>
        </message>
        <message>
            <source>Paths</source>
            <translation>Rutas</translation>
        </message>
        <message>
            <source>Replies on purpose</source>
            <translation>Respuestas a propósito</translation>
        </message>
        <message>
            <source>{path} gives the ordinary reply.</source>
            <translation>{path} da la respuesta de siempre.</translation>
        </message>
        <message>
            <source>✓ {path} answers so from now on</source>
            <translation>✓ {path} responde así desde ahora</translation>
        </message>
    </context>
    <context>
        <name>ReplyForm</name>
        <message>
            <source>Another answer after it</source>
            <translation>Otra respuesta después</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Respuesta</translation>
        </message>
        <message>
            <source>Answer {number}</source>
            <translation>Respuesta {number}</translation>
        </message>
        <message>
            <source>Answers in turn</source>
            <translation>Respuestas por turno</translation>
        </message>
        <message>
            <source>CORS</source>
            <translation>CORS</translation>
        </message>
        <message>
            <source>Failures</source>
            <translation>Fallos</translation>
        </message>
        <message>
            <source>How many of a hundred fail</source>
            <translation>Cuántas de cada cien fallan</translation>
        </message>
        <message>
            <source>Refuse whatever has no valid signature, with</source>
            <translation>Rechazar lo que no tenga una firma válida, con</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Status of a failure</source>
            <translation>Estado de un fallo</translation>
        </message>
        <message>
            <source>Status of a refusal</source>
            <translation>Estado de un rechazo</translation>
        </message>
        <message>
            <source>Web pages of these origins may read the answer in a browser; preflights are answered.</source>
            <translation>Las páginas web de estos orígenes pueden leer la respuesta en un navegador; se responde a las consultas previas.</translation>
        </message>
        <message>
            <source>Whichever answer is due</source>
            <translation>Sea cual sea la respuesta que toque</translation>
        </message>
        <message>
            <source>as below</source>
            <translation>como abajo</translation>
        </message>
        <message>
            <source>get</source>
            <translation>reciben</translation>
        </message>
        <message>
            <source>none; * for all, or https://app.example.com</source>
            <translation>ninguna; * para todas, o https://app.example.com</translation>
        </message>
    </context>
    <context>
        <name>ReplyPreview</name>
        <message>
            <source>Filled in for the newest webhook of this path, number {number}.</source>
            <translation>Rellenado con el webhook más reciente de esta ruta, el número {number}.</translation>
        </message>
        <message>
            <source>Nothing has come to this path yet: filled in for a request without a body.</source>
            <translation>Aún no ha llegado nada a esta ruta: rellenado con una petición sin cuerpo.</translation>
        </message>
        <message>
            <source>What goes out</source>
            <translation>Lo que sale</translation>
        </message>
    </context>
    <context>
        <name>RequestEditor</name>
        <message>
            <source>Body</source>
            <translation>Cuerpo</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>Cabeceras</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Método</translation>
        </message>
        <message>
            <source>Parts of the request</source>
            <translation>Partes de la petición</translation>
        </message>
        <message>
            <source>Path and query</source>
            <translation>Ruta y consulta</translation>
        </message>
    </context>
    <context>
        <name>RuleEditor</name>
        <message>
            <source>A silence</source>
            <translation>Un silencio</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Click into a text of an action first.</source>
            <translation>Haz clic antes en un texto de una acción.</translation>
        </message>
        <message>
            <source>It acts</source>
            <translation>Actúa</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Keep and switch on</source>
            <translation>Guardar y activar</translation>
        </message>
        <message>
            <source>Kept, and switched off: what it runs is not confirmed.</source>
            <translation>Guardada y desactivada: lo que ejecuta no está confirmado.</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Leave without keeping the changes?</source>
            <translation>¿Salir sin guardar los cambios?</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>New rule</source>
            <translation>Regla nueva</translation>
        </message>
        <message>
            <source>Number {number}</source>
            <translation>Número {number}</translation>
        </message>
        <message>
            <source>Rule {name}</source>
            <translation>Regla {name}</translation>
        </message>
        <message>
            <source>Sample: {event}</source>
            <translation>Ejemplo: {event}</translation>
        </message>
        <message>
            <source>The webhook is gone.</source>
            <translation>El webhook ya no está.</translation>
        </message>
        <message>
            <source>Try it…</source>
            <translation>Probar…</translation>
        </message>
        <message>
            <source>Webhooks</source>
            <translation>Webhooks</translation>
        </message>
        <message>
            <source>What you have changed in this rule would be lost.</source>
            <translation>Se perdería lo que has cambiado en esta regla.</translation>
        </message>
        <message>
            <source>new rule</source>
            <translation>regla nueva</translation>
        </message>
        <message>
            <source>such as: low stock</source>
            <translation>por ejemplo: pocas existencias</translation>
        </message>
    </context>
    <context>
        <name>RuleRow</name>
        <message>
            <source>Copy it as a new rule…</source>
            <translation>Copiarla como regla nueva…</translation>
        </message>
        <message>
            <source>Edit…</source>
            <translation>Editar…</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Más</translation>
        </message>
        <message>
            <source>On: it acts on what arrives from now on</source>
            <translation>Activa: actúa sobre lo que llegue desde ahora</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>Try…</source>
            <translation>Probar…</translation>
        </message>
        <message>
            <source>What it did…</source>
            <translation>Lo que hizo…</translation>
        </message>
        <message>
            <source>{name} is on</source>
            <translation>{name} está activa</translation>
        </message>
    </context>
    <context>
        <name>RulesDialog</name>
        <message>
            <source>An order comes in, and the customer gets a mail. A workflow fails, and you hear of it. A rule is a query and what happens when a webhook matches it. Garfio does it after it has answered the sender, again until it works, also without a window.</source>
            <translation>Entra un pedido y el cliente recibe un correo. Falla un flujo de trabajo y te enteras. Una regla es una búsqueda y lo que ocurre cuando un webhook la cumple. Garfio lo hace tras responder al emisor, insiste hasta que funciona, y también sin ventana.</translation>
        </message>
        <message>
            <source>Choose from the gallery…</source>
            <translation>Elegir de la galería…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>From the gallery…</source>
            <translation>De la galería…</translation>
        </message>
        <message>
            <source>New rule…</source>
            <translation>Regla nueva…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove the rule {name}?</source>
            <translation>¿Quitar la regla {name}?</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Reglas</translation>
        </message>
        <message>
            <source>What it still has to do is given up. What it did stays in the log.</source>
            <translation>Lo que aún le queda por hacer se abandona. Lo que hizo sigue en el registro.</translation>
        </message>
        <message>
            <source>What rules did…</source>
            <translation>Lo que hicieron las reglas…</translation>
        </message>
        <message>
            <source>When this arrives, do that</source>
            <translation>Cuando llegue esto, haz aquello</translation>
        </message>
        <message>
            <source>Write a rule…</source>
            <translation>Escribir una regla…</translation>
        </message>
        <message>
            <source>{name} is off.</source>
            <translation>{name} está desactivada.</translation>
        </message>
        <message>
            <source>{name} removed</source>
            <translation>{name} quitada</translation>
        </message>
        <message>
            <source>✓ {name} is on, for what arrives from now on.</source>
            <translation>✓ {name} está activa para lo que llegue desde ahora.</translation>
        </message>
    </context>
    <context>
        <name>RunBar</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>about {time} left</source>
            <translation>quedan unos {time}</translation>
        </message>
        <message>
            <source>{count} a second</source>
            <translation>{count} por segundo</translation>
        </message>
        <message>
            <source>{count} failed</source>
            <translation>{count} fallidos</translation>
        </message>
        <message>
            <source>{count} skipped</source>
            <translation>{count} omitidos</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} de {total}</translation>
        </message>
    </context>
    <context>
        <name>RunsModel</name>
        <message>
            <source>Action</source>
            <translation>Acción</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Regla</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Hora</translation>
        </message>
        <message>
            <source>Webhook</source>
            <translation>Webhook</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>silence</source>
            <translation>silencio</translation>
        </message>
    </context>
    <context>
        <name>RunsTab</name>
        <message>
            <source>A rule acts on what arrives while it is on. W shows the rules.</source>
            <translation>Una regla actúa sobre lo que llega mientras está activa. W muestra las reglas.</translation>
        </message>
        <message>
            <source>No rule has acted on it</source>
            <translation>Ninguna regla ha actuado sobre él</translation>
        </message>
    </context>
    <context>
        <name>RunsView</name>
        <message>
            <source>Show the webhook</source>
            <translation>Ver el webhook</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>What rules did</source>
            <translation>Lo que hicieron las reglas</translation>
        </message>
        <message>
            <source>What was sent</source>
            <translation>Lo enviado</translation>
        </message>
    </context>
    <context>
        <name>SampleDialog</name>
        <message>
            <source>Being sent…</source>
            <translation>Enviando…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Example events</source>
            <translation>Eventos de ejemplo</translation>
        </message>
        <message>
            <source>No example event is called so. Search for fewer letters.</source>
            <translation>Ningún evento de ejemplo se llama así. Busca con menos letras.</translation>
        </message>
        <message>
            <source>Search: provider or event</source>
            <translation>Buscar: proveedor o evento</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Enviar</translation>
        </message>
        <message>
            <source>Send an example event</source>
            <translation>Enviar un evento de ejemplo</translation>
        </message>
        <message>
            <source>Signing secret</source>
            <translation>Secreto de firma</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Destino</translation>
        </message>
        <message>
            <source>The listener is not running. Start it first.</source>
            <translation>La escucha no está en marcha. Iníciala primero.</translation>
        </message>
        <message>
            <source>This listener</source>
            <translation>Esta escucha</translation>
        </message>
        <message>
            <source>empty for the one that is kept; without any it is not signed</source>
            <translation>vacío para usar el guardado; si no hay ninguno, va sin firmar</translation>
        </message>
        <message>
            <source>not signed: no secret is known</source>
            <translation>sin firmar: no se conoce ningún secreto</translation>
        </message>
    </context>
    <context>
        <name>SchemasDialog</name>
        <message>
            <source>As a JSON Schema, draft 2020-12</source>
            <translation>Como esquema JSON, borrador 2020-12</translation>
        </message>
        <message>
            <source>Check against a file…</source>
            <translation>Comprobar con un archivo…</translation>
        </message>
        <message>
            <source>Check against what was learned</source>
            <translation>Comprobar con lo aprendido</translation>
        </message>
        <message>
            <source>Check no more</source>
            <translation>No comprobar más</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Eventos</translation>
        </message>
        <message>
            <source>JSON Schema</source>
            <translation>Esquema JSON</translation>
        </message>
        <message>
            <source>Save the JSON Schema</source>
            <translation>Guardar el esquema JSON</translation>
        </message>
        <message>
            <source>Save what was learned…</source>
            <translation>Guardar lo aprendido…</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>Guardado como {file}</translation>
        </message>
        <message>
            <source>Schemas of {path}</source>
            <translation>Esquemas de {path}</translation>
        </message>
        <message>
            <source>What comes is checked against the schema of its event, or else against that of all other events. Nothing that a schema refers to is fetched.</source>
            <translation>Lo que llega se comprueba con el esquema de su evento o, si no tiene, con el de todos los demás. No se descarga nada de lo que un esquema menciona.</translation>
        </message>
    </context>
    <context>
        <name>SchemeDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Custom scheme</source>
            <translation>Esquema de firma propio</translation>
        </message>
        <message>
            <source>Export the scheme</source>
            <translation>Exportar el esquema</translation>
        </message>
        <message>
            <source>Exported.</source>
            <translation>Exportado.</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Import a scheme</source>
            <translation>Importar un esquema</translation>
        </message>
        <message>
            <source>Imported; save it to use it.</source>
            <translation>Importado; guárdalo para usarlo.</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importar…</translation>
        </message>
        <message>
            <source>Open a webhook to see which bytes the scheme signs.</source>
            <translation>Abre un webhook para ver qué bytes firma el esquema.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Schemes (*.json)</source>
            <translation>Esquemas (*.json)</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>Secreto</translation>
        </message>
        <message>
            <source>The scheme finds nothing to sign in this webhook.</source>
            <translation>El esquema no encuentra en este webhook nada que firmar.</translation>
        </message>
        <message>
            <source>a secret to try it with; it is not kept</source>
            <translation>un secreto para probar; no se guarda</translation>
        </message>
    </context>
    <context>
        <name>SchemeForm</name>
        <message>
            <source> s</source>
            <translation> s</translation>
        </message>
        <message>
            <source>Delivery id</source>
            <translation>Id de entrega</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Hash</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Codificación</translation>
        </message>
        <message>
            <source>Event type</source>
            <translation>Tipo de evento</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>Cabecera</translation>
        </message>
        <message>
            <source>In-house billing</source>
            <translation>Facturación interna</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Clave</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Refuse what is older than</source>
            <translation>Rechazar lo más antiguo que</translation>
        </message>
        <message>
            <source>Separator</source>
            <translation>Separador</translation>
        </message>
        <message>
            <source>Signed content</source>
            <translation>Contenido firmado</translation>
        </message>
        <message>
            <source>Time header</source>
            <translation>Cabecera de hora</translation>
        </message>
        <message>
            <source>Time unit</source>
            <translation>Unidad de tiempo</translation>
        </message>
        <message>
            <source>Tolerance</source>
            <translation>Tolerancia</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
        <message>
            <source>decoded from base64</source>
            <translation>decodificado de base64</translation>
        </message>
        <message>
            <source>decoded from hex</source>
            <translation>decodificado de hex</translation>
        </message>
        <message>
            <source>header:NAME or json:PATH</source>
            <translation>header:NOMBRE o json:RUTA</translation>
        </message>
        <message>
            <source>how it is written, such as t={timestamp},v1={signature}</source>
            <translation>cómo se escribe, por ejemplo t={timestamp},v1={signature}</translation>
        </message>
        <message>
            <source>its text</source>
            <translation>su texto</translation>
        </message>
        <message>
            <source>milliseconds</source>
            <translation>milisegundos</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>segundos</translation>
        </message>
        <message>
            <source>shared token, not a signature</source>
            <translation>token compartido, no es una firma</translation>
        </message>
        <message>
            <source>what the secret becomes</source>
            <translation>en qué se convierte el secreto</translation>
        </message>
        <message>
            <source>what the value is split at, if it has parts</source>
            <translation>por dónde se parte el valor, si tiene partes</translation>
        </message>
        <message>
            <source>when the time is not in the value</source>
            <translation>si la hora no está en el valor</translation>
        </message>
        <message>
            <source>where the signature travels</source>
            <translation>dónde viaja la firma</translation>
        </message>
        <message>
            <source>whsec_ and base64</source>
            <translation>whsec_ y base64</translation>
        </message>
        <message>
            <source>{body}, {timestamp}, {method}, {url}, {header:NAME}, {json:PATH}</source>
            <translation>{body}, {timestamp}, {method}, {url}, {header:NOMBRE}, {json:RUTA}</translation>
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
            <source>Searching… %n found</source>
            <translation>
                <numerusform>Buscando… %n encontrado</numerusform>
                <numerusform>Buscando… %n encontrados</numerusform>
            </translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
    </context>
    <context>
        <name>SecretDialog</name>
        <message>
            <source>Add a secret</source>
            <translation>Añadir un secreto</translation>
        </message>
        <message>
            <source>Change the secret</source>
            <translation>Cambiar el secreto</translation>
        </message>
        <message>
            <source>It goes to where secrets are kept, never into the database, a log or an export.</source>
            <translation>Va adonde se guardan los secretos, nunca a la base de datos, a un registro ni a una exportación.</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>Modo</translation>
        </message>
        <message>
            <source>Paste the {name} here</source>
            <translation>Pega aquí: {name}</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>Válido desde</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>Válido hasta</translation>
        </message>
        <message>
            <source>a name to tell it by, such as “CLI”</source>
            <translation>un nombre para distinguirlo, como «CLI»</translation>
        </message>
        <message>
            <source>kept: {secret}</source>
            <translation>guardado: {secret}</translation>
        </message>
        <message>
            <source>not said</source>
            <translation>sin indicar</translation>
        </message>
    </context>
    <context>
        <name>SecretEditor</name>
        <message>
            <source>New secret…</source>
            <translation>Secreto nuevo…</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ninguno</translation>
        </message>
        <message>
            <source>{name} (not kept yet)</source>
            <translation>{name} (aún sin guardar)</translation>
        </message>
    </context>
    <context>
        <name>SecretPlaceDialog</name>
        <message>
            <source>In a file that only you can read</source>
            <translation>En un archivo que solo tú puedes leer</translation>
        </message>
        <message>
            <source>In memory only</source>
            <translation>Solo en memoria</translation>
        </message>
        <message>
            <source>Unencrypted, with the rights 0600: {file}. Whoever is you, or can read your disk, has them.</source>
            <translation>Sin cifrar, con los permisos 0600: {file}. Los tiene cualquiera que use tu cuenta o pueda leer tu disco.</translation>
        </message>
        <message>
            <source>Until Garfio ends. Enter them again after the next start.</source>
            <translation>Hasta que Garfio se cierre. Introdúcelos de nuevo tras el próximo inicio.</translation>
        </message>
        <message>
            <source>Where shall secrets be kept?</source>
            <translation>¿Dónde se guardan los secretos?</translation>
        </message>
    </context>
    <context>
        <name>SecretsEditor</name>
        <message>
            <source>Add a secret…</source>
            <translation>Añadir un secreto…</translation>
        </message>
        <message>
            <source>Change this secret</source>
            <translation>Cambiar este secreto</translation>
        </message>
        <message>
            <source>Remove this secret</source>
            <translation>Quitar este secreto</translation>
        </message>
        <message>
            <source>There is none yet.</source>
            <translation>Aún no hay ninguno.</translation>
        </message>
        <message>
            <source>not at hand: enter it again</source>
            <translation>no está disponible: introdúcelo de nuevo</translation>
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
        <name>SeveralDialog</name>
        <message numerus="yes">
            <source>%n webhook(s) will be sent to each, and the answers stand side by side.</source>
            <translation>
                <numerusform>Se enviará un webhook a cada uno y las respuestas quedarán lado a lado.</numerusform>
                <numerusform>Se enviarán %n webhooks a cada uno y las respuestas quedarán lado a lado.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose two to {most} places.</source>
            <translation>Elige de dos a {most} sitios.</translation>
        </message>
        <message>
            <source>Further addresses, with blanks between them</source>
            <translation>Otras direcciones, separadas por espacios</translation>
        </message>
        <message>
            <source>Send and compare</source>
            <translation>Enviar y comparar</translation>
        </message>
        <message>
            <source>Send to several targets</source>
            <translation>Enviar a varios destinos</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Destinos</translation>
        </message>
    </context>
    <context>
        <name>ShapeRoom</name>
        <message>
            <source>As {schema} says</source>
            <translation>Cumple {schema}</translation>
        </message>
        <message>
            <source>Learn anew…</source>
            <translation>Aprender de nuevo…</translation>
        </message>
        <message>
            <source>Not checked against {schema}: the body is neither JSON nor a form, or too long</source>
            <translation>No se comprobó con {schema}: el cuerpo no es JSON ni un formulario, o es demasiado largo</translation>
        </message>
        <message numerus="yes">
            <source>Not what {schema} says: %n fault(s)</source>
            <translation>
                <numerusform>No cumple {schema}: %n fallo</numerusform>
                <numerusform>No cumple {schema}: %n fallos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Other than every {event} before: %n difference(s)</source>
            <translation>
                <numerusform>Distinto de todos los {event} anteriores: %n diferencia</numerusform>
                <numerusform>Distinto de todos los {event} anteriores: %n diferencias</numerusform>
            </translation>
        </message>
        <message>
            <source>Schemas…</source>
            <translation>Esquemas JSON…</translation>
        </message>
        <message>
            <source>This place is not in what is shown of the body</source>
            <translation>Este lugar no está en lo que se muestra del cuerpo</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>All webhooks</source>
            <translation>Todos</translation>
        </message>
        <message>
            <source>Answers on purpose: {reply}</source>
            <translation>Responde a propósito: {reply}</translation>
        </message>
        <message>
            <source>Change the endpoint…</source>
            <translation>Cambiar el endpoint…</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Cambiar…</translation>
        </message>
        <message>
            <source>Drift</source>
            <translation>Divergencias</translation>
        </message>
        <message>
            <source>Endpoints and views</source>
            <translation>Endpoints y vistas</translation>
        </message>
        <message>
            <source>Failing signature</source>
            <translation>Firma fallida</translation>
        </message>
        <message>
            <source>Forward new ones…</source>
            <translation>Reenviar los nuevos…</translation>
        </message>
        <message>
            <source>Make an endpoint for {path}…</source>
            <translation>Crear un endpoint para {path}…</translation>
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
            <source>Remove the endpoint…</source>
            <translation>Quitar el endpoint…</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>Reply on purpose…</source>
            <translation>Responder a propósito…</translation>
        </message>
        <message>
            <source>Retries</source>
            <translation>Reintentos</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Reglas</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Destinos</translation>
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
        <name>SignatureChoice</name>
        <message>
            <source>Keep the signature</source>
            <translation>Mantener la firma</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>Quitarla</translation>
        </message>
        <message>
            <source>Sign anew</source>
            <translation>Firmar de nuevo</translation>
        </message>
        <message>
            <source>{provider}: {secret}; empty for the one that is kept for the target</source>
            <translation>{provider}: {secret}; vacío para usar el que se guarda del destino</translation>
        </message>
        <message>
            <source>⚠ The signature covers what was changed: a target that checks it will refuse this.</source>
            <translation>⚠ La firma cubre lo que se ha cambiado: un destino que la compruebe lo rechazará.</translation>
        </message>
        <message>
            <source>⚠ The signature’s time is long past: a target that checks it will refuse this.</source>
            <translation>⚠ La hora de la firma pasó hace mucho: un destino que la compruebe lo rechazará.</translation>
        </message>
    </context>
    <context>
        <name>SignatureTab</name>
        <message>
            <source>A shared token signs no bytes: whoever knows it can send any body.</source>
            <translation>Un token compartido no firma ningún byte: quien lo conoce puede enviar cualquier cuerpo.</translation>
        </message>
        <message>
            <source>Change {path}…</source>
            <translation>Cambiar {path}…</translation>
        </message>
        <message>
            <source>Check my handler…</source>
            <translation>Revisar mi programa…</translation>
        </message>
        <message>
            <source>Code that checks it…</source>
            <translation>Código que la comprueba…</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>Esperada</translation>
        </message>
        <message>
            <source>Fetch the key…</source>
            <translation>Descargar la clave…</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Clave</translation>
        </message>
        <message>
            <source>Looking for the cause…</source>
            <translation>Buscando la causa…</translation>
        </message>
        <message>
            <source>Make an endpoint…</source>
            <translation>Crear un endpoint…</translation>
        </message>
        <message>
            <source>Not checked yet.</source>
            <translation>Aún sin comprobar.</translation>
        </message>
        <message>
            <source>Paste what your own program computed or saw, and learn which mistake makes it</source>
            <translation>Pegar lo que tu propio programa calculó o vio, y saber qué error lo produce</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Recibida</translation>
        </message>
        <message>
            <source>Rests on</source>
            <translation>Se basa en</translation>
        </message>
        <message>
            <source>Scheme</source>
            <translation>Esquema</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>Secreto</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Fuente</translation>
        </message>
        <message>
            <source>The search ended before everything was tried: the body is large.</source>
            <translation>La búsqueda terminó antes de probarlo todo: el cuerpo es grande.</translation>
        </message>
        <message>
            <source>There are no signed bytes to show for this verdict.</source>
            <translation>No hay bytes firmados que mostrar para este veredicto.</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Hora</translation>
        </message>
        <message>
            <source>Try again to fetch the key…</source>
            <translation>Reintentar la descarga de la clave…</translation>
        </message>
        <message>
            <source>URL</source>
            <translation>URL</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <source>missing: the {name}</source>
            <translation>falta: {name}</translation>
        </message>
        <message numerus="yes">
            <source>none of %n secret(s)</source>
            <translation>
                <numerusform>el secreto no coincide</numerusform>
                <numerusform>ninguno de los %n secretos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SignedPane</name>
        <message>
            <source>Hex</source>
            <translation>Hex</translation>
        </message>
        <message>
            <source>Signed content</source>
            <translation>Contenido firmado</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>not all of it is shown</source>
            <translation>no se muestra entero</translation>
        </message>
    </context>
    <context>
        <name>SnippetDialog</name>
        <message>
            <source>A few lines cannot check this scheme; the code shows where the raw body is, and the comment what does.</source>
            <translation>Unas pocas líneas no bastan para este esquema; el código muestra dónde está el cuerpo original, y el comentario, qué lo comprueba.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Code that checks signatures of {provider}</source>
            <translation>Código que comprueba firmas de {provider}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Frameworks</source>
            <translation>Frameworks</translation>
        </message>
        <message>
            <source>It reads the raw body before anything parses it, and compares in constant time.</source>
            <translation>Lee el cuerpo original antes de que nada lo interprete, y compara en tiempo constante.</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programa</translation>
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
            <source>Searches look through everything all the same; they become faster when it is complete.</source>
            <translation>Las búsquedas lo miran todo igualmente; serán más rápidas cuando esté completo.</translation>
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
            <source>search index {percent} %</source>
            <translation>índice de búsqueda {percent} %</translation>
        </message>
        <message>
            <source>⚠ Open to the network</source>
            <translation>⚠ Abierto a la red</translation>
        </message>
    </context>
    <context>
        <name>StepForm</name>
        <message>
            <source> s</source>
            <translation> s</translation>
        </message>
        <message>
            <source>A template: {{ body.id }}, {{ request.headers['X-Id'] }} and so on are filled in.</source>
            <translation>Una plantilla: {{ body.id }}, {{ request.headers['X-Id'] }} y demás se rellenan.</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Cuerpo</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>Cabeceras</translation>
        </message>
        <message>
            <source>Spread over</source>
            <translation>Repartido en</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>Veces</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Wait before</source>
            <translation>Espera previa</translation>
        </message>
        <message>
            <source>What goes out</source>
            <translation>Lo que sale</translation>
        </message>
        <message>
            <source>an answer</source>
            <translation>una respuesta</translation>
        </message>
        <message>
            <source>an answer in small pieces, slowly</source>
            <translation>una respuesta en trozos pequeños, despacio</translation>
        </message>
        <message>
            <source>none: the connection is reset</source>
            <translation>nada: se corta la conexión</translation>
        </message>
    </context>
    <context>
        <name>TablePage</name>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Copy row</source>
            <translation>Copiar la fila</translation>
        </message>
        <message>
            <source>Copy this part as it was sent</source>
            <translation>Copiar esta parte tal como se envió</translation>
        </message>
        <message>
            <source>Copy {column}</source>
            <translation>Copiar {column}</translation>
        </message>
        <message>
            <source>Open this part</source>
            <translation>Abrir esta parte</translation>
        </message>
        <message>
            <source>Save this part to a file…</source>
            <translation>Guardar esta parte en un archivo…</translation>
        </message>
        <message>
            <source>Table of the body</source>
            <translation>Tabla del cuerpo</translation>
        </message>
        <message>
            <source>The chosen row</source>
            <translation>La fila elegida</translation>
        </message>
    </context>
    <context>
        <name>TargetForm</name>
        <message>
            <source>Answer within</source>
            <translation>Responder en</translation>
        </message>
        <message>
            <source>Authority (PEM)</source>
            <translation>Autoridad (PEM)</translation>
        </message>
        <message>
            <source>Check the certificate</source>
            <translation>Comprobar el certificado</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Elegir un archivo</translation>
        </message>
        <message>
            <source>Client certificate (PEM)</source>
            <translation>Certificado de cliente (PEM)</translation>
        </message>
        <message>
            <source>Connect within</source>
            <translation>Conectar en</translation>
        </message>
        <message>
            <source>Each is kept with the answer. Another host gets no credentials, signatures or headers set above; one that you never sent to gets nothing.</source>
            <translation>Cada una se guarda con la respuesta. Otro servidor no recibe credenciales, firmas ni las cabeceras puestas arriba; uno al que nunca enviaste, nada.</translation>
        </message>
        <message>
            <source>Empty: the environment’s (HTTPS_PROXY, NO_PROXY). Some headers cannot stay as they came; the preview says which.</source>
            <translation>Vacío: el del entorno (HTTPS_PROXY, NO_PROXY). Algunas cabeceras no pueden ir como llegaron; la vista previa dice cuáles.</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>Se espera</translation>
        </message>
        <message>
            <source>Its key (PEM)</source>
            <translation>Su clave (PEM)</translation>
        </message>
        <message>
            <source>Keep the webhook’s own Host header</source>
            <translation>Mantener la cabecera Host del webhook</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>One a line, Name: value. {{variables}} are filled in.</source>
            <translation>Una por línea, Nombre: valor. Las {{variables}} se rellenan.</translation>
        </message>
        <message>
            <source>One a line, name=value. {{body.data.id}}, {{header.X}}, {{query.x}} come from the webhook.</source>
            <translation>Una por línea, nombre=valor. {{body.data.id}}, {{header.X}} y {{query.x}} salen del webhook.</translation>
        </message>
        <message>
            <source>One a line: status=2xx, header:NAME=VALUE, json:data.ok=true, time=500. Empty: any 2xx.</source>
            <translation>Una por línea: status=2xx, header:NAME=VALUE, json:data.ok=true, time=500. Vacío: cualquier 2xx.</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>Ruta</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>Proveedor</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <source>Redirects</source>
            <translation>Redirecciones</translation>
        </message>
        <message>
            <source>Remove headers</source>
            <translation>Quitar cabeceras</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>Secreto</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Envío</translation>
        </message>
        <message>
            <source>Set headers</source>
            <translation>Poner cabeceras</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>Firma</translation>
        </message>
        <message>
            <source>TLS</source>
            <translation>TLS</translation>
        </message>
        <message>
            <source>URL</source>
            <translation>URL</translation>
        </message>
        <message>
            <source>Variables</source>
            <translation>Variables</translation>
        </message>
        <message>
            <source>as in the webhook</source>
            <translation>como en el webhook</translation>
        </message>
        <message>
            <source>exactly, byte for byte</source>
            <translation>exacto, byte por byte</translation>
        </message>
        <message>
            <source>keep the signature</source>
            <translation>mantener la firma</translation>
        </message>
        <message>
            <source>kept: {secret}</source>
            <translation>guardado: {secret}</translation>
        </message>
        <message>
            <source>leave it out</source>
            <translation>quitarla</translation>
        </message>
        <message>
            <source>none kept</source>
            <translation>ninguno guardado</translation>
        </message>
        <message>
            <source>sign anew with the secret below</source>
            <translation>firmar de nuevo con el secreto de abajo</translation>
        </message>
        <message>
            <source>the URL’s</source>
            <translation>la de la URL</translation>
        </message>
        <message>
            <source>the URL’s if it has one, otherwise the webhook’s</source>
            <translation>la de la URL si la tiene; si no, la del webhook</translation>
        </message>
        <message>
            <source>the normal way, which can use proxies</source>
            <translation>modo normal, que puede usar proxies</translation>
        </message>
        <message>
            <source>the webhook’s, after the URL’s</source>
            <translation>la del webhook, tras la de la URL</translation>
        </message>
        <message>
            <source>⚠ Anybody on the way could read and change what is sent. Every answer will say so.</source>
            <translation>⚠ Cualquiera en el camino podría leer y cambiar lo enviado. Cada respuesta lo dirá.</translation>
        </message>
    </context>
    <context>
        <name>TargetsDialog</name>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Add the targets of a file; names that are there stay as they are</source>
            <translation>Añadir los destinos de un archivo; los nombres que ya existen quedan como están</translation>
        </message>
        <message>
            <source>Added: {added}. Already there: {kept}.</source>
            <translation>Añadidos: {added}. Ya existían: {kept}.</translation>
        </message>
        <message>
            <source>Being tested…</source>
            <translation>Probando…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Export targets</source>
            <translation>Exportar destinos</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Import targets</source>
            <translation>Importar destinos</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importar…</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>New target</source>
            <translation>Nuevo destino</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove the target {name}?</source>
            <translation>¿Quitar el destino {name}?</translation>
        </message>
        <message>
            <source>Send a HEAD request, which changes nothing there, and say what comes back</source>
            <translation>Enviar una petición HEAD, que no cambia nada allí, y decir qué responde</translation>
        </message>
        <message>
            <source>Targets</source>
            <translation>Destinos</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Probar</translation>
        </message>
        <message>
            <source>What was sent to it stays in the attempts.</source>
            <translation>Lo que se le envió queda en los intentos.</translation>
        </message>
        <message>
            <source>Write all targets to a file for the team: signing secrets are left out, headers that are set are not</source>
            <translation>Escribir todos los destinos en un archivo para el equipo: sin los secretos de firma, pero con las cabeceras puestas</translation>
        </message>
        <message>
            <source>{name} removed</source>
            <translation>{name} quitado</translation>
        </message>
        <message>
            <source>✓ Written to {file}</source>
            <translation>✓ Escrito en {file}</translation>
        </message>
        <message>
            <source>✓ {name} kept</source>
            <translation>✓ {name} guardado</translation>
        </message>
    </context>
    <context>
        <name>TextEditor</name>
        <message>
            <source>“{line}” lacks a name. Write name: value.</source>
            <translation>A «{line}» le falta el nombre. Escribe nombre: valor.</translation>
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
        <message>
            <source>Resend to {target}</source>
            <translation>Reenviar a {target}</translation>
        </message>
        <message>
            <source>Resend…</source>
            <translation>Reenviar…</translation>
        </message>
        <message>
            <source>delivery {number} of this event</source>
            <translation>entrega {number} de este evento</translation>
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
        <name>TrialDialog</name>
        <message>
            <source>Again</source>
            <translation>Otra vez</translation>
        </message>
        <message>
            <source>Being tried…</source>
            <translation>Probando…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Secrets are named, never shown.</source>
            <translation>Los secretos se nombran, nunca se muestran.</translation>
        </message>
        <message>
            <source>The sample does not match the query.</source>
            <translation>El ejemplo no cumple la búsqueda.</translation>
        </message>
        <message>
            <source>Try it on</source>
            <translation>Probarla con</translation>
        </message>
        <message>
            <source>Try {name}</source>
            <translation>Probar {name}</translation>
        </message>
        <message>
            <source>sample: {name} {event}</source>
            <translation>ejemplo: {name} {event}</translation>
        </message>
        <message numerus="yes">
            <source>the last %n webhook(s)</source>
            <translation>
                <numerusform>el último webhook</numerusform>
                <numerusform>los últimos %n webhooks</numerusform>
            </translation>
        </message>
        <message>
            <source>the rule</source>
            <translation>la regla</translation>
        </message>
    </context>
    <context>
        <name>TrialPane</name>
        <message>
            <source>(the condition is not met)</source>
            <translation>(la condición no se cumple)</translation>
        </message>
        <message>
            <source>No webhook has arrived yet. Try it on a sample, or wait for the first one.</source>
            <translation>Aún no ha llegado ningún webhook. Pruébala con un ejemplo o espera al primero.</translation>
        </message>
        <message numerus="yes">
            <source>None of the last %n webhook(s) matches the query.</source>
            <translation>
                <numerusform>El único webhook que hay no cumple la búsqueda.</numerusform>
                <numerusform>Ninguno de los últimos %n webhooks cumple la búsqueda.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>Ejemplo</translation>
        </message>
        <message>
            <source>The chosen action, rendered</source>
            <translation>La acción elegida, tal como saldría</translation>
        </message>
        <message>
            <source>The whole rule</source>
            <translation>La regla entera</translation>
        </message>
        <message>
            <source>What would be done</source>
            <translation>Lo que se haría</translation>
        </message>
    </context>
    <context>
        <name>ValueList</name>
        <message>
            <source>A double click inserts one where the caret is.</source>
            <translation>Un doble clic inserta uno donde está el cursor.</translation>
        </message>
        <message>
            <source>Narrow down</source>
            <translation>Filtrar</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>Valores</translation>
        </message>
        <message>
            <source>Values of a webhook</source>
            <translation>Valores de un webhook</translation>
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
        <name>WrongDialog</name>
        <message>
            <source>Answer</source>
            <translation>Respuesta</translation>
        </message>
        <message>
            <source>Being sent…</source>
            <translation>Enviando…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>Qué significa</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Resultados</translation>
        </message>
        <message>
            <source>Send all</source>
            <translation>Enviar todos</translation>
        </message>
        <message>
            <source>Send the wrong ones</source>
            <translation>Enviar los erróneos</translation>
        </message>
        <message>
            <source>Signing secret</source>
            <translation>Secreto de firma</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Destino</translation>
        </message>
        <message>
            <source>The webhook goes to the target once for each of these faults. A target that checks refuses all but the repeated one; a 2xx to any other means that a forged webhook would get in.</source>
            <translation>El webhook se envía al destino una vez con cada uno de estos fallos. Un destino que comprueba los rechaza todos salvo el repetido; un 2xx a cualquier otro significa que un webhook falsificado entraría.</translation>
        </message>
        <message>
            <source>What is wrong</source>
            <translation>Qué está mal</translation>
        </message>
        <message>
            <source>empty for the one that is kept for the target or the endpoint</source>
            <translation>vacío para usar el guardado para el destino o el endpoint</translation>
        </message>
        <message>
            <source>⚠ Dangerous: {target} took {count} of {total} that it has to refuse</source>
            <translation>⚠ Peligroso: {target} aceptó {count} de {total} que debe rechazar</translation>
        </message>
        <message>
            <source>✓ {target} refused every forged one</source>
            <translation>✓ {target} rechazó todos los falsificados</translation>
        </message>
        <message>
            <source>✕ Not everything was answered as it should be</source>
            <translation>✕ No todo recibió la respuesta debida</translation>
        </message>
    </context>
    <context>
        <name>_Table</name>
        <message>
            <source>Headers</source>
            <translation>Cabeceras</translation>
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
        <message>
            <source>Use in a rule…</source>
            <translation>Usar en una regla…</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>A path with its provider and secrets, so that signatures are checked</source>
            <translation>Una ruta con su proveedor y sus secretos, para que se comprueben las firmas</translation>
        </message>
        <message>
            <source>A real request to the listener, to see how it looks</source>
            <translation>Una petición real a la escucha, para ver qué aspecto tiene</translation>
        </message>
        <message>
            <source>Begin a rule for webhooks like this one, with its values at hand</source>
            <translation>Empezar una regla para webhooks como este, con sus valores a mano</translation>
        </message>
        <message>
            <source>Break off what is being sent</source>
            <translation>Interrumpir lo que se está enviando</translation>
        </message>
        <message>
            <source>Bring back what was deleted last</source>
            <translation>Recuperar lo último que se eliminó</translation>
        </message>
        <message>
            <source>Cancel sending</source>
            <translation>Cancelar el envío</translation>
        </message>
        <message>
            <source>Change a copy of it, send that, and see the answer beside it</source>
            <translation>Cambiar una copia, enviarla y ver la respuesta al lado</translation>
        </message>
        <message>
            <source>Change port…</source>
            <translation>Cambiar puerto…</translation>
        </message>
        <message>
            <source>Change the endpoint that it came to, or make one for its path</source>
            <translation>Cambiar el endpoint al que llegó, o crear uno para su ruta</translation>
        </message>
        <message>
            <source>Check my handler…</source>
            <translation>Revisar mi programa…</translation>
        </message>
        <message>
            <source>Check with the public key that the provider publishes</source>
            <translation>Comprobar con la clave pública que publica el proveedor</translation>
        </message>
        <message>
            <source>Choose an event of a provider and send it, signed, to your listener or a target</source>
            <translation>Elegir un evento de un proveedor y enviarlo, firmado, a tu escucha o a un destino</translation>
        </message>
        <message>
            <source>Choose the columns of the list</source>
            <translation>Elegir las columnas de la lista</translation>
        </message>
        <message>
            <source>Choose the language from a menu</source>
            <translation>Elegir el lenguaje en un menú</translation>
        </message>
        <message>
            <source>Choose the target from a menu</source>
            <translation>Elegir el destino en un menú</translation>
        </message>
        <message>
            <source>Close the port; senders get no connection</source>
            <translation>Cerrar el puerto; los emisores no consiguen conexión</translation>
        </message>
        <message>
            <source>Code that checks it…</source>
            <translation>Código que la comprueba…</translation>
        </message>
        <message>
            <source>Code that sends the same bytes; the key C copies in this form from then on</source>
            <translation>Código que envía los mismos bytes; desde entonces la tecla C copia en esta forma</translation>
        </message>
        <message>
            <source>Colour…</source>
            <translation>Color…</translation>
        </message>
        <message>
            <source>Columns…</source>
            <translation>Columnas…</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Comparar</translation>
        </message>
        <message>
            <source>Copy URL</source>
            <translation>Copiar URL</translation>
        </message>
        <message>
            <source>Copy as</source>
            <translation>Copiar como</translation>
        </message>
        <message>
            <source>Copy as C#</source>
            <translation>Copiar como C#</translation>
        </message>
        <message>
            <source>Copy as Go</source>
            <translation>Copiar como Go</translation>
        </message>
        <message>
            <source>Copy as HTTPie</source>
            <translation>Copiar como HTTPie</translation>
        </message>
        <message>
            <source>Copy as Java</source>
            <translation>Copiar como Java</translation>
        </message>
        <message>
            <source>Copy as JavaScript (axios)</source>
            <translation>Copiar como JavaScript (axios)</translation>
        </message>
        <message>
            <source>Copy as JavaScript (fetch)</source>
            <translation>Copiar como JavaScript (fetch)</translation>
        </message>
        <message>
            <source>Copy as PHP</source>
            <translation>Copiar como PHP</translation>
        </message>
        <message>
            <source>Copy as Python (aiohttp)</source>
            <translation>Copiar como Python (aiohttp)</translation>
        </message>
        <message>
            <source>Copy as Python (httpx)</source>
            <translation>Copiar como Python (httpx)</translation>
        </message>
        <message>
            <source>Copy as Python (requests)</source>
            <translation>Copiar como Python (requests)</translation>
        </message>
        <message>
            <source>Copy as Ruby</source>
            <translation>Copiar como Ruby</translation>
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
            <source>Copy as code</source>
            <translation>Copiar como código</translation>
        </message>
        <message>
            <source>Copy as…</source>
            <translation>Copiar como…</translation>
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
            <source>Custom scheme…</source>
            <translation>Esquema de firma propio…</translation>
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
            <source>Describe how a sender of your own signs, with a preview on this webhook</source>
            <translation>Describir cómo firma un emisor propio, con una vista previa sobre este webhook</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>Detalle</translation>
        </message>
        <message>
            <source>Edit and resend…</source>
            <translation>Editar y reenviar…</translation>
        </message>
        <message>
            <source>Endpoint of this webhook…</source>
            <translation>Endpoint de este webhook…</translation>
        </message>
        <message>
            <source>Endpoints</source>
            <translation>Endpoints</translation>
        </message>
        <message>
            <source>Every run with its result; what was given up can be tried again</source>
            <translation>Cada ejecución con su resultado; lo abandonado se puede reintentar</translation>
        </message>
        <message>
            <source>Everything that can be done, by name</source>
            <translation>Todo lo que se puede hacer, por su nombre</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Fetch no more keys of this provider…</source>
            <translation>No descargar más claves de este proveedor…</translation>
        </message>
        <message>
            <source>Fetch the provider’s key…</source>
            <translation>Descargar la clave del proveedor…</translation>
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
            <source>For Shopify, Mailchimp, HubSpot, Slack and others: fill in, try, switch on</source>
            <translation>Para Shopify, Mailchimp, HubSpot, Slack y otros: rellenar, probar, activar</translation>
        </message>
        <message>
            <source>Forget the keys that were fetched, and fetch no others</source>
            <translation>Olvidar las claves descargadas y no descargar otras</translation>
        </message>
        <message>
            <source>Forget what payloads of this event type look like, and learn it again</source>
            <translation>Olvidar cómo son los contenidos de este tipo de evento y aprenderlo otra vez</translation>
        </message>
        <message>
            <source>Forward new ones…</source>
            <translation>Reenviar los nuevos…</translation>
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
            <source>Group the sidebar…</source>
            <translation>Agrupar la barra lateral…</translation>
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
            <source>Import…</source>
            <translation>Importar…</translation>
        </message>
        <message>
            <source>In order, with pauses…</source>
            <translation>En orden, con pausas…</translation>
        </message>
        <message>
            <source>In the language used last, cURL at first: code that sends the same bytes</source>
            <translation>En el último lenguaje usado (al principio, cURL): código que envía los mismos bytes</translation>
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
            <source>Learn the shape anew…</source>
            <translation>Aprender la forma de nuevo…</translation>
        </message>
        <message>
            <source>Leave the port to the program that has it</source>
            <translation>Dejar el puerto al programa que lo tiene</translation>
        </message>
        <message>
            <source>List</source>
            <translation>Lista</translation>
        </message>
        <message>
            <source>List the webhooks by endpoint, provider, event type or delivery</source>
            <translation>Listar los webhooks por endpoint, proveedor, tipo de evento o entrega</translation>
        </message>
        <message>
            <source>Listen on another port</source>
            <translation>Escuchar en otro puerto</translation>
        </message>
        <message>
            <source>Listen on the next free port</source>
            <translation>Escuchar en el siguiente puerto libre</translation>
        </message>
        <message>
            <source>Listener</source>
            <translation>Escucha</translation>
        </message>
        <message>
            <source>Manage targets…</source>
            <translation>Gestionar destinos…</translation>
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
            <source>Mark the selected webhooks with a colour; color:red finds them</source>
            <translation>Marcar con un color los webhooks seleccionados; color:red los encuentra</translation>
        </message>
        <message>
            <source>Narrow the list with a query; in the detail: find in the text</source>
            <translation>Acotar la lista con una búsqueda; en el detalle: buscar en el texto</translation>
        </message>
        <message>
            <source>New endpoint…</source>
            <translation>Nuevo endpoint…</translation>
        </message>
        <message>
            <source>Note and tags</source>
            <translation>Nota y etiquetas</translation>
        </message>
        <message>
            <source>Other address…</source>
            <translation>Otra dirección…</translation>
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
            <translation>Puerto, límites, conservación, notificaciones, apariencia</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Read files of requests: .http, our exports, HAR, Postman, Bruno, mitmproxy, cURL and more</source>
            <translation>Leer archivos de peticiones: .http, nuestras exportaciones, HAR, Postman, Bruno, mitmproxy, cURL y más</translation>
        </message>
        <message>
            <source>Ready rules…</source>
            <translation>Reglas predefinidas…</translation>
        </message>
        <message>
            <source>Receive webhooks on the chosen port</source>
            <translation>Recibir webhooks en el puerto elegido</translation>
        </message>
        <message>
            <source>Reply on purpose…</source>
            <translation>Responder a propósito…</translation>
        </message>
        <message>
            <source>Request line, headers and body as they arrived</source>
            <translation>Línea de petición, cabeceras y cuerpo tal como llegaron</translation>
        </message>
        <message>
            <source>Resend</source>
            <translation>Reenviar</translation>
        </message>
        <message>
            <source>Resend to…</source>
            <translation>Reenviar a…</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>Reglas</translation>
        </message>
        <message>
            <source>Rules…</source>
            <translation>Reglas…</translation>
        </message>
        <message>
            <source>Save as .http…</source>
            <translation>Guardar como .http…</translation>
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
            <source>Schemas…</source>
            <translation>Esquemas JSON…</translation>
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
            <source>See whether a target refuses forged, old and broken copies of this webhook</source>
            <translation>Comprobar si un destino rechaza copias falsificadas, viejas y rotas de este webhook</translation>
        </message>
        <message>
            <source>Send an example event…</source>
            <translation>Enviar un evento de ejemplo…</translation>
        </message>
        <message>
            <source>Send new webhooks on to a target, and see what waits</source>
            <translation>Reenviar los webhooks nuevos a un destino y ver qué espera</translation>
        </message>
        <message>
            <source>Send the selected webhooks again, to the target used last</source>
            <translation>Volver a enviar los webhooks seleccionados al último destino usado</translation>
        </message>
        <message>
            <source>Send the selected webhooks as a sequence, at a pace of your choice</source>
            <translation>Enviar los webhooks seleccionados como secuencia, al ritmo que quieras</translation>
        </message>
        <message>
            <source>Send the wrong ones…</source>
            <translation>Enviar los erróneos…</translation>
        </message>
        <message>
            <source>Send to a URL, and keep it as a target if you like</source>
            <translation>Enviar a una URL y guardarla como destino si quieres</translation>
        </message>
        <message>
            <source>Send to several targets at once and see the answers side by side</source>
            <translation>Enviar a varios destinos a la vez y ver las respuestas lado a lado</translation>
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
            <source>Several targets…</source>
            <translation>Varios destinos…</translation>
        </message>
        <message>
            <source>Show attempts</source>
            <translation>Mostrar intentos</translation>
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
            <source>Show signature</source>
            <translation>Mostrar firma</translation>
        </message>
        <message>
            <source>Show what rules did</source>
            <translation>Ver lo que hicieron las reglas</translation>
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
            <source>Targets</source>
            <translation>Destinos</translation>
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
            <translation>El cuerpo, con formato para leerlo</translation>
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
            <source>The places to send to: add, change, test, remove</source>
            <translation>Los sitios a los que enviar: añadir, cambiar, probar, quitar</translation>
        </message>
        <message>
            <source>The raw body and this signature in Express, Flask, Rails, Spring and others</source>
            <translation>El cuerpo original y esta firma en Express, Flask, Rails, Spring y otros</translation>
        </message>
        <message>
            <source>The verdict, what it rests on, and the bytes that were signed</source>
            <translation>El veredicto, en qué se basa y los bytes que se firmaron</translation>
        </message>
        <message>
            <source>Undo delete</source>
            <translation>Deshacer eliminación</translation>
        </message>
        <message>
            <source>Use in a rule…</source>
            <translation>Usar en una regla…</translation>
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
            <source>What a path answers: a status, a delay, a sequence, failures</source>
            <translation>Lo que responde una ruta: un estado, una espera, una secuencia, fallos</translation>
        </message>
        <message>
            <source>What happens by itself when a webhook arrives: mail, request, message …</source>
            <translation>Lo que ocurre solo cuando llega un webhook: correo, petición, mensaje…</translation>
        </message>
        <message>
            <source>What payloads of this endpoint are checked against, and what was learned of them</source>
            <translation>Con qué se comprueban los contenidos de este endpoint y qué se aprendió de ellos</translation>
        </message>
        <message>
            <source>What rules did…</source>
            <translation>Lo que hicieron las reglas…</translation>
        </message>
        <message>
            <source>What was done for this webhook, and what came of it</source>
            <translation>Lo que se hizo por este webhook, y su resultado</translation>
        </message>
        <message>
            <source>Where it was sent, and what was answered</source>
            <translation>Adónde se envió y qué se respondió</translation>
        </message>
        <message>
            <source>Which mistake makes the signature or body that your own program has</source>
            <translation>Qué error produce la firma o el cuerpo que tiene tu programa</translation>
        </message>
        <message>
            <source>With the previous one of this path and event, or the two that are selected</source>
            <translation>Con el anterior de esta ruta y evento, o los dos seleccionados</translation>
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
        <message>
            <source>Write webhooks to a file in a format of your choice, without secrets if you like</source>
            <translation>Escribir webhooks en un archivo, en el formato que elijas y sin secretos si quieres</translation>
        </message>
    </context>
    <context>
        <name>age</name>
        <message>
            <source>It was signed {age} before it was received</source>
            <translation>Se firmó {age} antes de recibirse</translation>
        </message>
        <message>
            <source>Its timestamp is {age} after the moment it was received</source>
            <translation>Su marca de tiempo es {age} posterior al momento en que se recibió</translation>
        </message>
        <message>
            <source>{text}; any age is accepted.</source>
            <translation>{text}; se acepta cualquier antigüedad.</translation>
        </message>
        <message>
            <source>{text}; up to {tolerance} is accepted.</source>
            <translation>{text}; se acepta hasta {tolerance}.</translation>
        </message>
    </context>
    <context>
        <name>arrivals</name>
        <message>
            <source>last 10 min</source>
            <translation>últimos 10 min</translation>
        </message>
        <message>
            <source>last 24 hours</source>
            <translation>últimas 24 horas</translation>
        </message>
        <message>
            <source>last 30 days</source>
            <translation>últimos 30 días</translation>
        </message>
        <message>
            <source>last hour</source>
            <translation>última hora</translation>
        </message>
    </context>
    <context>
        <name>attempt</name>
        <message>
            <source>Being sent to {target}…</source>
            <translation>Enviando a {target}…</translation>
        </message>
        <message>
            <source>Expected, and not met: {what}</source>
            <translation>Se esperaba y no se cumplió: {what}</translation>
        </message>
        <message>
            <source>Garfio ended between sending and recording: it may have arrived.</source>
            <translation>Garfio terminó entre el envío y el registro: puede que llegara.</translation>
        </message>
        <message>
            <source>Reached at {address}, after {tried} had failed.</source>
            <translation>Se llegó por {address}, después de fallar {tried}.</translation>
        </message>
        <message>
            <source>Sent the normal way; the Difference tab shows what that changed.</source>
            <translation>Enviado del modo normal; la pestaña Diferencia muestra lo que eso cambió.</translation>
        </message>
        <message>
            <source>The answer did not come to its end in time.</source>
            <translation>La respuesta no llegó a su fin a tiempo.</translation>
        </message>
        <message>
            <source>The answer is longer than Garfio reads; the rest was left.</source>
            <translation>La respuesta es más larga de lo que Garfio lee; el resto no se leyó.</translation>
        </message>
        <message>
            <source>The answer’s framing is broken.</source>
            <translation>El formato de la respuesta está roto.</translation>
        </message>
        <message>
            <source>The target broke the connection off inside the answer.</source>
            <translation>El destino cortó la conexión en medio de la respuesta.</translation>
        </message>
        <message>
            <source>The target closed the connection inside the answer.</source>
            <translation>El destino cerró la conexión en medio de la respuesta.</translation>
        </message>
        <message>
            <source>Through the proxy {proxy}.</source>
            <translation>A través del proxy {proxy}.</translation>
        </message>
        <message>
            <source>Unknown whether it reached {target}</source>
            <translation>No se sabe si llegó a {target}</translation>
        </message>
        <message>
            <source>edited</source>
            <translation>editado</translation>
        </message>
        <message>
            <source>failing</source>
            <translation>falla</translation>
        </message>
        <message>
            <source>first byte after {time}</source>
            <translation>primer byte a los {time}</translation>
        </message>
        <message>
            <source>fixed</source>
            <translation>arreglado</translation>
        </message>
        <message>
            <source>forwarded</source>
            <translation>reenvío automático</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>en secuencia</translation>
        </message>
        <message>
            <source>passing</source>
            <translation>pasa</translation>
        </message>
        <message>
            <source>regressed</source>
            <translation>ha empeorado</translation>
        </message>
        <message>
            <source>resent</source>
            <translation>reenviado</translation>
        </message>
        <message>
            <source>sample</source>
            <translation>ejemplo</translation>
        </message>
        <message>
            <source>sending…</source>
            <translation>enviando…</translation>
        </message>
        <message>
            <source>still failing</source>
            <translation>sigue fallando</translation>
        </message>
        <message>
            <source>still passing</source>
            <translation>sigue pasando</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>desconocido</translation>
        </message>
        <message>
            <source>wrong on purpose</source>
            <translation>erróneo a propósito</translation>
        </message>
        <message>
            <source>{target} answered {status} in {time}</source>
            <translation>{target} respondió {status} en {time}</translation>
        </message>
        <message>
            <source>{target} did not answer</source>
            <translation>{target} no respondió</translation>
        </message>
        <message>
            <source>⚠ The certificate was not checked, as the target says.</source>
            <translation>⚠ El certificado no se comprobó, como indica el destino.</translation>
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
        <name>colors</name>
        <message>
            <source>&amp;Blue</source>
            <translation>&amp;Azul</translation>
        </message>
        <message>
            <source>&amp;Green</source>
            <translation>&amp;Verde</translation>
        </message>
        <message>
            <source>&amp;None</source>
            <translation>Ning&amp;uno</translation>
        </message>
        <message>
            <source>&amp;Orange</source>
            <translation>&amp;Naranja</translation>
        </message>
        <message>
            <source>&amp;Purple</source>
            <translation>&amp;Morado</translation>
        </message>
        <message>
            <source>&amp;Red</source>
            <translation>&amp;Rojo</translation>
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
        <message numerus="yes">
            <source>%n value(s) taken out</source>
            <translation>
                <numerusform>%n valor quitado</numerusform>
                <numerusform>%n valores quitados</numerusform>
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
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>Export as .http</source>
            <translation>Exportar como .http</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importar</translation>
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
            <source>Requests</source>
            <translation>Peticiones</translation>
        </message>
        <message>
            <source>Save body</source>
            <translation>Guardar cuerpo</translation>
        </message>
        <message>
            <source>Save part</source>
            <translation>Guardar parte</translation>
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
        <name>condition</name>
        <message>
            <source>The sender broke off inside the body</source>
            <translation>El emisor se interrumpió en medio del cuerpo</translation>
        </message>
        <message>
            <source>What came is kept and shown; it was never acknowledged, so a careful sender will try again. Look at the sender’s own timeout, and at anything between it and here.</source>
            <translation>Lo que llegó se guarda y se muestra; nunca se confirmó, así que un emisor cuidadoso lo intentará de nuevo. Revisa el tiempo límite del emisor y lo que haya entre él y este equipo.</translation>
        </message>
    </context>
    <context>
        <name>consent</name>
        <message numerus="yes">
            <source>%n {method} request(s) would be sent to {url}.</source>
            <translation>
                <numerusform>Se enviaría %n petición {method} a {url}.</numerusform>
                <numerusform>Se enviarían %n peticiones {method} a {url}.</numerusform>
            </translation>
        </message>
        <message>
            <source>Each is sent once, in the order in which they arrived. You can cancel at any time.</source>
            <translation>Cada uno se envía una vez, en el orden en que llegaron. Puedes cancelar en cualquier momento.</translation>
        </message>
        <message>
            <source>Every new webhook would be sent on to {url}.</source>
            <translation>Cada webhook nuevo se reenviaría a {url}.</translation>
        </message>
        <message>
            <source>It is not this computer. You are asked once for each host.</source>
            <translation>No es este equipo. Se pregunta una vez por cada servidor.</translation>
        </message>
        <message>
            <source>Send</source>
            <translation>Enviar</translation>
        </message>
        <message>
            <source>Send all</source>
            <translation>Enviar todos</translation>
        </message>
        <message>
            <source>Send to {host}?</source>
            <translation>¿Enviar a {host}?</translation>
        </message>
        <message>
            <source>Send {count} webhooks to {target}?</source>
            <translation>¿Enviar {count} webhooks a {target}?</translation>
        </message>
    </context>
    <context>
        <name>crumbs</name>
        <message>
            <source>Body</source>
            <translation>Cuerpo</translation>
        </message>
        <message>
            <source>CloudEvents batch</source>
            <translation>Lote de CloudEvents</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>Formulario</translation>
        </message>
        <message>
            <source>part</source>
            <translation>parte</translation>
        </message>
    </context>
    <context>
        <name>detail</name>
        <message>
            <source>%20 for blanks</source>
            <translation>%20 en lugar de espacios</translation>
        </message>
        <message>
            <source>+ for blanks</source>
            <translation>+ en lugar de espacios</translation>
        </message>
        <message>
            <source>&lt; &gt; &amp; as they are, not as \uXXXX</source>
            <translation>&lt; &gt; &amp; tal cual, no como \uXXXX</translation>
        </message>
        <message>
            <source>&lt; &gt; &amp; escaped</source>
            <translation>&lt; &gt; &amp; escapados</translation>
        </message>
        <message>
            <source>? for every non-ASCII byte</source>
            <translation>? en lugar de cada byte no ASCII</translation>
        </message>
        <message>
            <source>? for every non-ASCII character</source>
            <translation>? en lugar de cada carácter no ASCII</translation>
        </message>
        <message>
            <source>U+2028 escaped</source>
            <translation>U+2028 escapado</translation>
        </message>
        <message>
            <source>a replacement character for every non-ASCII byte</source>
            <translation>un carácter de sustitución en lugar de cada byte no ASCII</translation>
        </message>
        <message>
            <source>an empty body</source>
            <translation>un cuerpo vacío</translation>
        </message>
        <message>
            <source>as .NET writes it</source>
            <translation>como lo escribe .NET</translation>
        </message>
        <message>
            <source>as Go or Rails write it</source>
            <translation>como lo escriben Go o Rails</translation>
        </message>
        <message>
            <source>as Gson writes it</source>
            <translation>como lo escribe Gson</translation>
        </message>
        <message>
            <source>as Java writes</source>
            <translation>como escribe Java</translation>
        </message>
        <message>
            <source>as JavaScript writes</source>
            <translation>como escribe JavaScript</translation>
        </message>
        <message>
            <source>as JavaScript writes it</source>
            <translation>como lo escribe JavaScript</translation>
        </message>
        <message>
            <source>as PHP writes it, Unicode as it is</source>
            <translation>como lo escribe PHP, con Unicode tal cual</translation>
        </message>
        <message>
            <source>as PHP writes it, \/ for /</source>
            <translation>como lo escribe PHP, con \/ en lugar de /</translation>
        </message>
        <message>
            <source>as Python writes it</source>
            <translation>como lo escribe Python</translation>
        </message>
        <message>
            <source>as a JSON string</source>
            <translation>como cadena JSON</translation>
        </message>
        <message>
            <source>as base64</source>
            <translation>como base64</translation>
        </message>
        <message>
            <source>as hex</source>
            <translation>como hexadecimal</translation>
        </message>
        <message>
            <source>as text</source>
            <translation>como texto</translation>
        </message>
        <message>
            <source>as text, without whsec_</source>
            <translation>como texto, sin whsec_</translation>
        </message>
        <message>
            <source>as {what}</source>
            <translation>como {what}</translation>
        </message>
        <message>
            <source>characters as they are, not as \uXXXX</source>
            <translation>caracteres tal cual, no como \uXXXX</translation>
        </message>
        <message>
            <source>decoded</source>
            <translation>decodificado</translation>
        </message>
        <message>
            <source>decoded from base64</source>
            <translation>decodificado de base64</translation>
        </message>
        <message>
            <source>decoded leniently</source>
            <translation>decodificado con tolerancia</translation>
        </message>
        <message>
            <source>empty strings as null</source>
            <translation>cadenas vacías como null</translation>
        </message>
        <message>
            <source>escapes in lower case</source>
            <translation>escapes en minúsculas</translation>
        </message>
        <message>
            <source>escapes in upper case</source>
            <translation>escapes en mayúsculas</translation>
        </message>
        <message>
            <source>gzip, level {what}</source>
            <translation>gzip, nivel {what}</translation>
        </message>
        <message>
            <source>in milliseconds</source>
            <translation>en milisegundos</translation>
        </message>
        <message>
            <source>in seconds</source>
            <translation>en segundos</translation>
        </message>
        <message>
            <source>indented by 2</source>
            <translation>con sangría de 2</translation>
        </message>
        <message>
            <source>indented by 2, Ruby's and Java's way</source>
            <translation>con sangría de 2, al modo de Ruby y Java</translation>
        </message>
        <message>
            <source>indented by 4</source>
            <translation>con sangría de 4</translation>
        </message>
        <message>
            <source>indented by tabs</source>
            <translation>con sangría de tabuladores</translation>
        </message>
        <message>
            <source>its SHA-256</source>
            <translation>su SHA-256</translation>
        </message>
        <message>
            <source>keys sorted</source>
            <translation>claves ordenadas</translation>
        </message>
        <message>
            <source>large integers rounded</source>
            <translation>enteros grandes redondeados</translation>
        </message>
        <message>
            <source>lower-case escapes</source>
            <translation>escapes en minúsculas</translation>
        </message>
        <message>
            <source>milliseconds</source>
            <translation>milisegundos</translation>
        </message>
        <message>
            <source>non-ASCII as \uXXXX</source>
            <translation>no ASCII como \uXXXX</translation>
        </message>
        <message>
            <source>non-ASCII as \uxxxx</source>
            <translation>no ASCII como \uxxxx</translation>
        </message>
        <message>
            <source>non-ASCII characters left out</source>
            <translation>caracteres no ASCII omitidos</translation>
        </message>
        <message>
            <source>null as empty strings</source>
            <translation>null como cadenas vacías</translation>
        </message>
        <message>
            <source>numbers as in JavaScript</source>
            <translation>números como en JavaScript</translation>
        </message>
        <message>
            <source>numbers as in Python</source>
            <translation>números como en Python</translation>
        </message>
        <message>
            <source>numbers rewritten</source>
            <translation>números reescritos</translation>
        </message>
        <message>
            <source>printed as 123.0</source>
            <translation>escrito como 123.0</translation>
        </message>
        <message>
            <source>replacement characters</source>
            <translation>caracteres de sustitución</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>segundos</translation>
        </message>
        <message>
            <source>sorted</source>
            <translation>ordenado</translation>
        </message>
        <message>
            <source>strings trimmed</source>
            <translation>cadenas sin espacios en los extremos</translation>
        </message>
        <message>
            <source>surrogate pairs encoded one by one</source>
            <translation>pares sustitutos codificados uno a uno</translation>
        </message>
        <message>
            <source>taken out of the string</source>
            <translation>sacado de la cadena</translation>
        </message>
        <message>
            <source>the field {what} alone</source>
            <translation>solo el campo {what}</translation>
        </message>
        <message>
            <source>the first {what} bytes</source>
            <translation>los primeros {what} bytes</translation>
        </message>
        <message>
            <source>the length in UTF-16 units taken for bytes</source>
            <translation>la longitud en unidades UTF-16 tomada por bytes</translation>
        </message>
        <message>
            <source>the length in characters taken for bytes</source>
            <translation>la longitud en caracteres tomada por bytes</translation>
        </message>
        <message>
            <source>the value of {what}</source>
            <translation>el valor de {what}</translation>
        </message>
        <message>
            <source>unpacked</source>
            <translation>descomprimido</translation>
        </message>
        <message>
            <source>with / for \/</source>
            <translation>con / en lugar de \/</translation>
        </message>
        <message>
            <source>with CR LF</source>
            <translation>con CR LF</translation>
        </message>
        <message>
            <source>with CR LF at the end</source>
            <translation>con CR LF al final</translation>
        </message>
        <message>
            <source>with LF</source>
            <translation>con LF</translation>
        </message>
        <message>
            <source>with LF at the end</source>
            <translation>con LF al final</translation>
        </message>
        <message>
            <source>with \/ for /</source>
            <translation>con \/ en lugar de /</translation>
        </message>
        <message>
            <source>with a CR LF at its end</source>
            <translation>con un CR LF al final</translation>
        </message>
        <message>
            <source>with a blank after , and :</source>
            <translation>con un espacio tras , y :</translation>
        </message>
        <message>
            <source>with a blank at its end</source>
            <translation>con un espacio al final</translation>
        </message>
        <message>
            <source>with a byte order mark</source>
            <translation>con una marca de orden de bytes</translation>
        </message>
        <message>
            <source>with a last CR LF</source>
            <translation>con un último CR LF</translation>
        </message>
        <message>
            <source>with a last LF</source>
            <translation>con un último LF</translation>
        </message>
        <message>
            <source>with a line break at its end</source>
            <translation>con un salto de línea al final</translation>
        </message>
        <message>
            <source>with {what} around it</source>
            <translation>con {what} alrededor</translation>
        </message>
        <message>
            <source>without blanks</source>
            <translation>sin espacios</translation>
        </message>
        <message>
            <source>without blanks around it</source>
            <translation>sin espacios alrededor</translation>
        </message>
        <message>
            <source>without the blanks around it</source>
            <translation>sin los espacios de alrededor</translation>
        </message>
        <message>
            <source>without the byte order mark</source>
            <translation>sin la marca de orden de bytes</translation>
        </message>
        <message>
            <source>without the last line break</source>
            <translation>sin el último salto de línea</translation>
        </message>
        <message>
            <source>without the quotes around it</source>
            <translation>sin las comillas de alrededor</translation>
        </message>
        <message>
            <source>without the variable's name</source>
            <translation>sin el nombre de la variable</translation>
        </message>
        <message>
            <source>without {what}</source>
            <translation>sin {what}</translation>
        </message>
        <message>
            <source>written as {what}</source>
            <translation>escrito como {what}</translation>
        </message>
        <message>
            <source>{other} taken for {what}</source>
            <translation>{other} tomado por {what}</translation>
        </message>
        <message>
            <source>{what}, decoded</source>
            <translation>{what}, decodificado</translation>
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
        <name>difference</name>
        <message>
            <source>Body</source>
            <translation>Cuerpo</translation>
        </message>
        <message>
            <source>First line</source>
            <translation>Primera línea</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>Cabeceras</translation>
        </message>
        <message>
            <source>empty on both sides</source>
            <translation>vacío en ambos lados</translation>
        </message>
        <message>
            <source>no difference</source>
            <translation>sin diferencias</translation>
        </message>
        <message>
            <source>the fields come in another order</source>
            <translation>los campos vienen en otro orden</translation>
        </message>
        <message>
            <source>the same values, written in another way</source>
            <translation>los mismos valores, escritos de otra manera</translation>
        </message>
        <message>
            <source>… lines without a difference …</source>
            <translation>… líneas sin diferencias …</translation>
        </message>
        <message>
            <source>… there are more differences than are listed</source>
            <translation>… hay más diferencias de las que se muestran</translation>
        </message>
    </context>
    <context>
        <name>edit</name>
        <message>
            <source>Differs in: {parts}</source>
            <translation>Difiere en: {parts}</translation>
        </message>
        <message>
            <source>Exactly as captured</source>
            <translation>Exactamente como llegó</translation>
        </message>
        <message>
            <source>HTTP version</source>
            <translation>versión de HTTP</translation>
        </message>
        <message>
            <source>body</source>
            <translation>cuerpo</translation>
        </message>
        <message>
            <source>chunks</source>
            <translation>fragmentos</translation>
        </message>
        <message>
            <source>method</source>
            <translation>método</translation>
        </message>
        <message>
            <source>path</source>
            <translation>ruta</translation>
        </message>
        <message>
            <source>⚠ Declared as JSON, and it is not.</source>
            <translation>⚠ Se declara como JSON y no lo es.</translation>
        </message>
        <message>
            <source>⚠ Not packed as Content-Encoding says.</source>
            <translation>⚠ No está comprimido como dice Content-Encoding.</translation>
        </message>
    </context>
    <context>
        <name>endpoints</name>
        <message>
            <source>Choose a provider for its path first.</source>
            <translation>Elige antes un proveedor para su ruta.</translation>
        </message>
        <message>
            <source>Fetch</source>
            <translation>Descargar</translation>
        </message>
        <message>
            <source>Fetch no more</source>
            <translation>No descargar más</translation>
        </message>
        <message>
            <source>Fetch no more keys of {name}?</source>
            <translation>¿No descargar más claves de {name}?</translation>
        </message>
        <message>
            <source>Fetch the key of {name} from {host}?</source>
            <translation>¿Descargar la clave de {name} desde {host}?</translation>
        </message>
        <message>
            <source>Its secrets are forgotten; the webhooks stay, and are checked again.</source>
            <translation>Sus secretos se olvidan; los webhooks se quedan y se comprueban de nuevo.</translation>
        </message>
        <message>
            <source>Nothing says whose signature it is.</source>
            <translation>Nada dice de quién es la firma.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove the endpoint {path}?</source>
            <translation>¿Quitar el endpoint {path}?</translation>
        </message>
        <message>
            <source>This signature needs no key of its provider.</source>
            <translation>Esta firma no necesita ninguna clave de su proveedor.</translation>
        </message>
        <message>
            <source>Those that are here are forgotten, and its webhooks are checked again.</source>
            <translation>Las que hay aquí se olvidan, y sus webhooks se comprueban de nuevo.</translation>
        </message>
        <message>
            <source>{url}

Garfio asks for the public key over TLS, from the hosts that {name} documents alone, now and when it has another one. Nothing of the webhook is sent.</source>
            <translation>{url}

Garfio pide la clave pública por TLS, solo a los servidores que documenta {name}, ahora y cuando tenga otra. No se envía nada del webhook.</translation>
        </message>
    </context>
    <context>
        <name>error</name>
        <message>
            <source>A key without its certificate is of no use. Name the client certificate too.</source>
            <translation>Una clave sin su certificado no sirve. Indica también el certificado de cliente.</translation>
        </message>
        <message>
            <source>A parenthesis has no partner.</source>
            <translation>Falta la pareja de un paréntesis.</translation>
        </message>
        <message>
            <source>A quotation mark is not closed.</source>
            <translation>Faltan las comillas de cierre.</translation>
        </message>
        <message>
            <source>A rule has from 1 to 20 actions. Add one, or remove some.</source>
            <translation>Una regla tiene de 1 a 20 acciones. Añade una o quita algunas.</translation>
        </message>
        <message>
            <source>A rule has nothing called {name}.</source>
            <translation>Una regla no tiene nada llamado {name}.</translation>
        </message>
        <message>
            <source>A rule needs a name of plain words, without / in it.</source>
            <translation>Una regla necesita un nombre de palabras corrientes, sin /.</translation>
        </message>
        <message>
            <source>A schema has at most {most} MiB.</source>
            <translation>Un esquema tiene como máximo {most} MiB.</translation>
        </message>
        <message>
            <source>A scheme has no field {value}.</source>
            <translation>Un esquema no tiene ningún campo {value}.</translation>
        </message>
        <message>
            <source>A secret has no form called {value}.</source>
            <translation>Un secreto no tiene ninguna forma llamada {value}.</translation>
        </message>
        <message>
            <source>A signature cannot cover {value}.</source>
            <translation>Una firma no puede cubrir {value}.</translation>
        </message>
        <message>
            <source>A tag is one word without blanks.</source>
            <translation>Una etiqueta es una sola palabra, sin espacios.</translation>
        </message>
        <message>
            <source>A target needs a name of plain words, without blanks at its ends and without ://.</source>
            <translation>Un destino necesita un nombre de palabras sencillas, sin espacios en los extremos y sin ://.</translation>
        </message>
        <message>
            <source>A view needs a name, and not a very long one.</source>
            <translation>Una vista necesita un nombre, y no muy largo.</translation>
        </message>
        <message>
            <source>An edit needs a name of at most 80 characters.</source>
            <translation>Una edición necesita un nombre de 80 caracteres como máximo.</translation>
        </message>
        <message>
            <source>Another listener already uses this database. Stop it first.</source>
            <translation>Otra escucha ya usa esta base de datos. Detenla antes.</translation>
        </message>
        <message>
            <source>Another program holds the database. Close it.</source>
            <translation>Otro programa ocupa la base de datos. Ciérralo.</translation>
        </message>
        <message>
            <source>No endpoint of {provider} has a secret to sign the example with. Add one.</source>
            <translation>Ningún endpoint de {provider} tiene un secreto con que firmar el ejemplo. Añade uno.</translation>
        </message>
        <message>
            <source>No request has what the template names: {value}</source>
            <translation>Ninguna petición tiene lo que nombra la plantilla: {value}</translation>
        </message>
        <message>
            <source>Nothing says whose signature this is. Name the provider in the target.</source>
            <translation>Nada indica de quién es esta firma. Nombra el proveedor en el destino.</translation>
        </message>
        <message>
            <source>Number {id} is a message that was refused, not a request: it cannot be sent.</source>
            <translation>El número {id} es un mensaje rechazado, no una petición: no se puede enviar.</translation>
        </message>
        <message>
            <source>Only the provider has its private key. Give a test key of your own, or keep the signature.</source>
            <translation>Solo el proveedor tiene su clave privada. Da una clave de prueba tuya o mantén la firma.</translation>
        </message>
        <message>
            <source>Port {port} is used by another program.</source>
            <translation>Otro programa usa el puerto {port}.</translation>
        </message>
        <message>
            <source>Port {port} is used by {holder}.</source>
            <translation>{holder} usa el puerto {port}.</translation>
        </message>
        <message>
            <source>Secrets cannot be kept in “{store}”. Choose another place.</source>
            <translation>No se pueden guardar secretos en «{store}». Elige otro lugar.</translation>
        </message>
        <message>
            <source>Something is missing here.</source>
            <translation>Aquí falta algo.</translation>
        </message>
        <message>
            <source>The address holds a password. Keep that as a secret, and write mqtt://user@host.</source>
            <translation>La dirección lleva una contraseña. Guárdala como secreto y escribe mqtt://usuario@servidor.</translation>
        </message>
        <message>
            <source>The certificate in {file} cannot be used.</source>
            <translation>El certificado de {file} no se puede usar.</translation>
        </message>
        <message>
            <source>The database cannot be written to. Check its rights.</source>
            <translation>No se puede escribir en la base de datos. Comprueba sus permisos.</translation>
        </message>
        <message>
            <source>The database file has gone.</source>
            <translation>El archivo de la base de datos ha desaparecido.</translation>
        </message>
        <message>
            <source>The database {path} cannot be made or changed. Check the rights.</source>
            <translation>No se puede crear ni cambiar la base de datos {path}. Comprueba los permisos.</translation>
        </message>
        <message>
            <source>The database {path} is damaged. Stop the listener that uses it, and start Garfio again.</source>
            <translation>La base de datos {path} está dañada. Detén la escucha que la usa e inicia Garfio de nuevo.</translation>
        </message>
        <message>
            <source>The disk is full. Free some space.</source>
            <translation>El disco está lleno. Libera espacio.</translation>
        </message>
        <message>
            <source>The disk reports errors.</source>
            <translation>El disco informa de errores.</translation>
        </message>
        <message>
            <source>The endpoint {path} uses this scheme. Give it another provider first.</source>
            <translation>El endpoint {path} usa este esquema. Dale antes otro proveedor.</translation>
        </message>
        <message>
            <source>The file holds no targets that can be read. Choose one that was written by exporting targets.</source>
            <translation>El archivo no contiene destinos legibles. Elige uno creado al exportar destinos.</translation>
        </message>
        <message>
            <source>The file of rules cannot be read: it is not TOML.</source>
            <translation>No se puede leer el archivo de reglas: no es TOML.</translation>
        </message>
        <message>
            <source>The format lacks {signature}: write it where the signature stands.</source>
            <translation>Al formato le falta {signature}: escríbelo donde va la firma.</translation>
        </message>
        <message>
            <source>The format {format} holds one webhook. Select one.</source>
            <translation>El formato {format} contiene un solo webhook. Selecciona uno.</translation>
        </message>
        <message>
            <source>The header {name} cannot be sent: no blanks or signs in its name, no line breaks in its value.</source>
            <translation>La cabecera {name} no se puede enviar: sin espacios ni signos en el nombre, sin saltos de línea en el valor.</translation>
        </message>
        <message>
            <source>The header {name} cannot be used in a reply: its name has a blank or sign in it, or the reply sets it by itself.</source>
            <translation>La cabecera {name} no se puede usar en una respuesta: su nombre lleva un espacio o un signo, o la respuesta ya la pone por sí misma.</translation>
        </message>
        <message>
            <source>The header’s name is not valid.</source>
            <translation>El nombre de la cabecera no es válido.</translation>
        </message>
        <message>
            <source>The key in {file} is locked with a password. Name a file with an open key.</source>
            <translation>La clave de {file} está protegida con una contraseña. Indica un archivo con la clave sin proteger.</translation>
        </message>
        <message>
            <source>The key in {key} does not belong to the certificate in {file}.</source>
            <translation>La clave de {key} no corresponde al certificado de {file}.</translation>
        </message>
        <message>
            <source>The keychain of the system cannot be used. Unlock it.</source>
            <translation>No se puede usar el llavero del sistema. Desbloquéalo.</translation>
        </message>
        <message>
            <source>The listener did not answer. Start it again.</source>
            <translation>La escucha no respondió. Iníciala de nuevo.</translation>
        </message>
        <message>
            <source>The listener ends again and again. Start garfio listen in a terminal, and read what it says.</source>
            <translation>La escucha termina una y otra vez. Inicia garfio listen en un terminal y lee lo que dice.</translation>
        </message>
        <message>
            <source>The listener is not running. Start it first.</source>
            <translation>La escucha no está en marcha. Iníciala primero.</translation>
        </message>
        <message>
            <source>The mode is test or live.</source>
            <translation>El modo es test o live.</translation>
        </message>
        <message>
            <source>The path holds blanks or control characters. Write them as %20 and so on.</source>
            <translation>La ruta tiene espacios o caracteres de control. Escríbelos como %20, etc.</translation>
        </message>
        <message>
            <source>The path into the body is not valid.</source>
            <translation>La ruta dentro del cuerpo no es válida.</translation>
        </message>
        <message>
            <source>The process that does slow work ended twice. Close other programs if memory is short, and try once more.</source>
            <translation>El proceso que hace el trabajo lento ha terminado dos veces. Cierra otros programas si falta memoria e inténtalo de nuevo.</translation>
        </message>
        <message>
            <source>The query is nested too deeply.</source>
            <translation>La búsqueda está anidada a demasiada profundidad.</translation>
        </message>
        <message>
            <source>The query is too long.</source>
            <translation>La búsqueda es demasiado larga.</translation>
        </message>
        <message>
            <source>The request lacks {part}, which the signature covers. Add it to the request.</source>
            <translation>A la petición le falta {part}, que la firma cubre. Añádelo a la petición.</translation>
        </message>
        <message>
            <source>The rule {name} runs a program on this computer. Look at it, and agree to it first.</source>
            <translation>La regla {name} ejecuta un programa en este equipo. Revísala y acéptala primero.</translation>
        </message>
        <message>
            <source>The scheme does not say where the signature is. Name its header.</source>
            <translation>El esquema no dice dónde está la firma. Indica su cabecera.</translation>
        </message>
        <message>
            <source>The scheme needs an id.</source>
            <translation>El esquema necesita un id.</translation>
        </message>
        <message>
            <source>The secret is empty. Paste it as the provider shows it.</source>
            <translation>El secreto está vacío. Pégalo tal como lo muestra el proveedor.</translation>
        </message>
        <message>
            <source>The secret is not written as this provider writes it. Copy it again.</source>
            <translation>El secreto no está escrito como lo escribe este proveedor. Cópialo de nuevo.</translation>
        </message>
        <message>
            <source>The secret would end before it begins to be valid.</source>
            <translation>El secreto caducaría antes de empezar a ser válido.</translation>
        </message>
        <message>
            <source>The secrets file {path} can be read by others. Run: chmod 600 {path}</source>
            <translation>Otros pueden leer el archivo de secretos {path}. Ejecuta: chmod 600 {path}</translation>
        </message>
        <message>
            <source>The secrets file {path} cannot be read. Move it away and enter the secrets again.</source>
            <translation>No se puede leer el archivo de secretos {path}. Muévelo a otro sitio e introduce los secretos de nuevo.</translation>
        </message>
        <message>
            <source>The secrets file {path} cannot be written.</source>
            <translation>No se puede escribir el archivo de secretos {path}.</translation>
        </message>
        <message>
            <source>The template has an unknown filter: {value}</source>
            <translation>La plantilla tiene un filtro desconocido: {value}</translation>
        </message>
        <message>
            <source>The tolerance is a number of seconds.</source>
            <translation>La tolerancia es un número de segundos.</translation>
        </message>
        <message>
            <source>The variable {name} has no value in this webhook. Give the target one, or name another.</source>
            <translation>La variable {name} no tiene valor en este webhook. Dale uno en el destino o nombra otra.</translation>
        </message>
        <message>
            <source>There can be {most} saved views at most. Remove one.</source>
            <translation>Puede haber {most} vistas guardadas como máximo. Quita una.</translation>
        </message>
        <message>
            <source>There is a rule {name} already. Choose another name.</source>
            <translation>Ya hay una regla {name}. Elige otro nombre.</translation>
        </message>
        <message>
            <source>There is a target {name} already. Choose another name.</source>
            <translation>Ya hay un destino {name}. Elige otro nombre.</translation>
        </message>
        <message>
            <source>There is a view named {name} already.</source>
            <translation>Ya hay una vista llamada {name}.</translation>
        </message>
        <message>
            <source>There is an edit named {name} already. Choose another name.</source>
            <translation>Ya hay una edición llamada {name}. Elige otro nombre.</translation>
        </message>
        <message>
            <source>There is an endpoint {path} already.</source>
            <translation>Ya hay un endpoint {path}.</translation>
        </message>
        <message>
            <source>There is no algorithm {value}.</source>
            <translation>No hay ningún algoritmo {value}.</translation>
        </message>
        <message>
            <source>There is no database at {path} yet.</source>
            <translation>Aún no hay ninguna base de datos en {path}.</translation>
        </message>
        <message>
            <source>There is no edit {name} any more.</source>
            <translation>La edición {name} ya no existe.</translation>
        </message>
        <message>
            <source>There is no encoding {value}.</source>
            <translation>No hay ninguna codificación {value}.</translation>
        </message>
        <message>
            <source>There is no endpoint {path} any more.</source>
            <translation>Ya no hay ningún endpoint {path}.</translation>
        </message>
        <message>
            <source>There is no example event {key}.</source>
            <translation>No hay ningún evento de ejemplo {key}.</translation>
        </message>
        <message>
            <source>There is no fault named {kind}.</source>
            <translation>No hay ningún fallo llamado {kind}.</translation>
        </message>
        <message>
            <source>There is no kind of action called {kind}.</source>
            <translation>No hay ningún tipo de acción llamado {kind}.</translation>
        </message>
        <message>
            <source>There is no provider {provider}.</source>
            <translation>No hay ningún proveedor {provider}.</translation>
        </message>
        <message>
            <source>There is no recipe {name}.</source>
            <translation>No hay ninguna receta {name}.</translation>
        </message>
        <message>
            <source>There is no reply named {name}.</source>
            <translation>No hay ninguna respuesta llamada {name}.</translation>
        </message>
        <message>
            <source>There is no rule {name} any more.</source>
            <translation>Ya no hay ninguna regla {name}.</translation>
        </message>
        <message>
            <source>There is no scheme in it.</source>
            <translation>No contiene ningún esquema.</translation>
        </message>
        <message>
            <source>There is no such field.</source>
            <translation>No existe ese campo.</translation>
        </message>
        <message>
            <source>There is no target {name} any more.</source>
            <translation>Ya no hay ningún destino {name}.</translation>
        </message>
        <message>
            <source>There is no unit of time {value}.</source>
            <translation>No hay ninguna unidad de tiempo {value}.</translation>
        </message>
        <message>
            <source>This attempt is no longer there.</source>
            <translation>Este intento ya no está.</translation>
        </message>
        <message>
            <source>This character cannot be part of a query here.</source>
            <translation>Este carácter no puede estar aquí en una búsqueda.</translation>
        </message>
        <message>
            <source>This database was written by a newer Garfio. Update this one.</source>
            <translation>Esta base de datos la escribió un Garfio más nuevo. Actualiza este.</translation>
        </message>
        <message>
            <source>This field is not written as it should be: {value}</source>
            <translation>Este campo no está escrito como debe: {value}</translation>
        </message>
        <message>
            <source>This file is no JSON Schema: it is not JSON.</source>
            <translation>Este archivo no es un esquema JSON: no es JSON.</translation>
        </message>
        <message>
            <source>This is no URL to send to: {url}</source>
            <translation>Esto no es una URL a la que enviar: {url}</translation>
        </message>
        <message>
            <source>This is no signature scheme.</source>
            <translation>Esto no es un esquema de firma.</translation>
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
            <source>This provider does not sign in a way that can be made here. Keep the signature, or leave it out.</source>
            <translation>Este proveedor no firma de un modo que se pueda hacer aquí. Mantén la firma o quítala.</translation>
        </message>
        <message>
            <source>This provider does not sign in a way that this fault breaks.</source>
            <translation>Este proveedor no firma de un modo que este fallo rompa.</translation>
        </message>
        <message>
            <source>This recipe has no value named {name}.</source>
            <translation>Esta receta no tiene ningún valor llamado {name}.</translation>
        </message>
        <message>
            <source>This schema cannot be used: {detail}. Nothing is fetched: put what it refers to into its own $defs.</source>
            <translation>Este esquema no se puede usar: {detail}. No se descarga nada: pon aquello a lo que se refiere en sus propios $defs.</translation>
        </message>
        <message>
            <source>This schema is no longer there.</source>
            <translation>Este esquema ya no está.</translation>
        </message>
        <message>
            <source>This secret is no longer there.</source>
            <translation>Este secreto ya no existe.</translation>
        </message>
        <message>
            <source>This system has no keychain to keep secrets in.</source>
            <translation>Este sistema no tiene un llavero donde guardar secretos.</translation>
        </message>
        <message>
            <source>This user may not listen on port {port}. Choose a port of 1024 or above.</source>
            <translation>Este usuario no puede escuchar en el puerto {port}. Elige un puerto a partir de 1024.</translation>
        </message>
        <message>
            <source>This value cannot be used for forwarding: {name}</source>
            <translation>Este valor no se puede usar para el reenvío: {name}</translation>
        </message>
        <message>
            <source>This value cannot be used for the sequence: {value}</source>
            <translation>Este valor no sirve para la secuencia: {value}</translation>
        </message>
        <message>
            <source>This value cannot be used for {name}: {value}</source>
            <translation>Este valor no sirve para {name}: {value}</translation>
        </message>
        <message>
            <source>This value cannot be used here: {name}</source>
            <translation>Este valor no sirve aquí: {name}</translation>
        </message>
        <message>
            <source>This value cannot be used in a reply: {name}</source>
            <translation>Este valor no sirve en una respuesta: {name}</translation>
        </message>
        <message>
            <source>This value cannot be used in a rule: {name}</source>
            <translation>Este valor no sirve en una regla: {name}</translation>
        </message>
        <message>
            <source>This value cannot be used in a target: {name}</source>
            <translation>Este valor no sirve en un destino: {name}</translation>
        </message>
        <message>
            <source>This value cannot be used in an action: {name}</source>
            <translation>Este valor no se puede usar en una acción: {name}</translation>
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
            <source>To sign anew, the target’s secret is needed.</source>
            <translation>Para firmar de nuevo hace falta el secreto del destino.</translation>
        </message>
        <message>
            <source>Webhooks are forwarded to the target {name}. Stop that first (F).</source>
            <translation>Se reenvían webhooks al destino {name}. Detén eso primero (F).</translation>
        </message>
        <message>
            <source>Webhooks forwarded to the listener itself would go round in circles. Name your own program.</source>
            <translation>Los webhooks reenviados a la propia escucha darían vueltas sin fin. Indica tu propio programa.</translation>
        </message>
        <message>
            <source>When nothing arrives, there is no webhook to tag, pin, mark or forward. Choose another action.</source>
            <translation>Cuando no llega nada, no hay webhook que etiquetar, fijar, marcar ni reenviar. Elige otra acción.</translation>
        </message>
        <message>
            <source>{field}: knows {known}.</source>
            <translation>{field}: admite {known}.</translation>
        </message>
        <message>
            <source>{file} cannot be read: {why}</source>
            <translation>No se puede leer {file}: {why}</translation>
        </message>
        <message>
            <source>{file} holds no certificate in PEM form.</source>
            <translation>{file} no contiene ningún certificado en formato PEM.</translation>
        </message>
        <message>
            <source>{file} holds no private key in PEM form. Name the file with the certificate’s key.</source>
            <translation>{file} no contiene ninguna clave privada en formato PEM. Indica el archivo con la clave del certificado.</translation>
        </message>
        <message>
            <source>{host} is not an address of this computer.</source>
            <translation>{host} no es una dirección de este equipo.</translation>
        </message>
        <message>
            <source>{host} is not this machine, and you have not agreed to it.</source>
            <translation>{host} no es este equipo, y no has dado tu permiso.</translation>
        </message>
        <message>
            <source>{id} is a provider of the catalogue. Give your scheme another id.</source>
            <translation>{id} es un proveedor del catálogo. Dale otro id a tu esquema.</translation>
        </message>
        <message>
            <source>{method} is not a method that can be sent.</source>
            <translation>{method} no es un método que se pueda enviar.</translation>
        </message>
        <message>
            <source>{owner} has this secret already.</source>
            <translation>{owner} ya tiene este secreto.</translation>
        </message>
        <message>
            <source>{path} cannot be imported. {reason}</source>
            <translation>{path} no se puede importar. {reason}</translation>
        </message>
        <message>
            <source>{path} cannot be read. Check its name and its rights.</source>
            <translation>No se puede leer {path}. Comprueba su nombre y sus permisos.</translation>
        </message>
        <message>
            <source>{path} cannot be written. Choose another place.</source>
            <translation>No se puede escribir {path}. Elige otro lugar.</translation>
        </message>
        <message>
            <source>{path} is a database of another program. It has not been touched.</source>
            <translation>{path} es una base de datos de otro programa. No se ha tocado.</translation>
        </message>
        <message>
            <source>{path} is a link that belongs to another user.</source>
            <translation>{path} es un enlace que pertenece a otro usuario.</translation>
        </message>
        <message>
            <source>{path} is larger than {most} MiB. Split it.</source>
            <translation>{path} ocupa más de {most} MiB. Divídelo.</translation>
        </message>
        <message>
            <source>{path} is no path of an endpoint: it begins with / and has no query; /* at its end stands for all below.</source>
            <translation>{path} no es la ruta de un endpoint: empieza por / y no tiene consulta; /* al final vale por todo lo que hay debajo.</translation>
        </message>
        <message>
            <source>{provider} publishes no key that can be fetched. Give it as the secret.</source>
            <translation>{provider} no publica ninguna clave que se pueda descargar. Indícala como secreto.</translation>
        </message>
        <message>
            <source>{text} Perhaps: {suggestion}</source>
            <translation>{text} Quizá: {suggestion}</translation>
        </message>
        <message>
            <source>{text} is no expectation. Write status=2xx, header:NAME=VALUE, json:path.to.value=VALUE or time=500.</source>
            <translation>{text} no es una expectativa. Escribe status=2xx, header:NAME=VALUE, json:path.to.value=VALUE o time=500.</translation>
        </message>
        <message>
            <source>{url} is no public URL. It begins with https:// or http://.</source>
            <translation>{url} no es una URL pública. Empieza por https:// o http://.</translation>
        </message>
        <message>
            <source>{value} must be a list of places in the request.</source>
            <translation>{value} debe ser una lista de lugares de la petición.</translation>
        </message>
    </context>
    <context>
        <name>failure</name>
        <message>
            <source>A certificate file of this target cannot be read.</source>
            <translation>No se puede leer un archivo de certificado de este destino.</translation>
        </message>
        <message>
            <source>A variable of the target has no value in this webhook.</source>
            <translation>Una variable del destino no tiene valor en este webhook.</translation>
        </message>
        <message>
            <source>Garfio ended while sending; it may have arrived.</source>
            <translation>Garfio terminó mientras enviaba; puede que llegara.</translation>
        </message>
        <message>
            <source>It took too long.</source>
            <translation>Tardó demasiado.</translation>
        </message>
        <message>
            <source>It was cancelled before the answer had come.</source>
            <translation>Se canceló antes de que llegara la respuesta.</translation>
        </message>
        <message>
            <source>Nothing listens there: the connection was refused.</source>
            <translation>Nadie escucha allí: la conexión fue rechazada.</translation>
        </message>
        <message>
            <source>Nothing says whose signature this is. Name the provider under Targets.</source>
            <translation>Nada indica de quién es esta firma. Indica el proveedor en Destinos.</translation>
        </message>
        <message>
            <source>TLS failed</source>
            <translation>falló TLS</translation>
        </message>
        <message>
            <source>The connection failed.</source>
            <translation>La conexión falló.</translation>
        </message>
        <message>
            <source>The connection was made, but no answer came in time.</source>
            <translation>Se hizo la conexión, pero no llegó respuesta a tiempo.</translation>
        </message>
        <message>
            <source>The connection was not made in time.</source>
            <translation>La conexión no se hizo a tiempo.</translation>
        </message>
        <message>
            <source>The encrypted connection could not be made.</source>
            <translation>No se pudo hacer la conexión cifrada.</translation>
        </message>
        <message>
            <source>The head of the answer is too large.</source>
            <translation>El encabezado de la respuesta es demasiado grande.</translation>
        </message>
        <message>
            <source>The host’s address cannot be found.</source>
            <translation>No se encuentra la dirección del servidor.</translation>
        </message>
        <message>
            <source>The path holds blanks or control characters.</source>
            <translation>La ruta contiene espacios o caracteres de control.</translation>
        </message>
        <message>
            <source>The proxy could not be reached, or did not pass it on.</source>
            <translation>No se pudo llegar al proxy, o no lo dejó pasar.</translation>
        </message>
        <message>
            <source>The proxy wants a user name and password; set them in the environment, in HTTPS_PROXY.</source>
            <translation>El proxy pide usuario y contraseña; ponlos en el entorno, en HTTPS_PROXY.</translation>
        </message>
        <message>
            <source>The signing secret is missing. Give it under Targets; then it goes out by itself.</source>
            <translation>Falta el secreto de firma. Indícalo en Destinos y saldrá por sí solo.</translation>
        </message>
        <message>
            <source>The target and Garfio have no version of TLS in common.</source>
            <translation>El destino y Garfio no tienen ninguna versión de TLS en común.</translation>
        </message>
        <message>
            <source>The target answered {status}.</source>
            <translation>El destino respondió {status}.</translation>
        </message>
        <message>
            <source>The target broke the connection off.</source>
            <translation>El destino cortó la conexión.</translation>
        </message>
        <message>
            <source>The target closed the connection without an answer.</source>
            <translation>El destino cerró la conexión sin responder.</translation>
        </message>
        <message>
            <source>The target is Garfio’s own listener: sending there would go round in circles.</source>
            <translation>El destino es la propia escucha de Garfio: enviar allí daría vueltas sin fin.</translation>
        </message>
        <message>
            <source>The target is no longer there.</source>
            <translation>El destino ya no está.</translation>
        </message>
        <message>
            <source>The target refused our client certificate, or wants one.</source>
            <translation>El destino rechazó nuestro certificado de cliente, o quiere uno.</translation>
        </message>
        <message>
            <source>The target speaks plain HTTP there, not TLS. Use http:// in the URL.</source>
            <translation>El destino habla HTTP sin cifrar allí, no TLS. Usa http:// en la URL.</translation>
        </message>
        <message>
            <source>The target’s certificate comes from an authority that this computer does not know.</source>
            <translation>El certificado del destino es de una autoridad que este equipo no conoce.</translation>
        </message>
        <message>
            <source>The target’s certificate has expired.</source>
            <translation>El certificado del destino ha caducado.</translation>
        </message>
        <message>
            <source>The target’s certificate is for another name.</source>
            <translation>El certificado del destino es para otro nombre.</translation>
        </message>
        <message>
            <source>The target’s certificate is not valid yet; is this computer’s clock right?</source>
            <translation>El certificado del destino aún no es válido; ¿va bien el reloj de este equipo?</translation>
        </message>
        <message>
            <source>The target’s certificate is signed by itself. Name its authority in the target, or switch the check off.</source>
            <translation>El certificado del destino está firmado por sí mismo. Indica su autoridad en el destino o desactiva la comprobación.</translation>
        </message>
        <message>
            <source>The webhook has been deleted.</source>
            <translation>El webhook se ha eliminado.</translation>
        </message>
        <message>
            <source>There is no way to that address from this computer.</source>
            <translation>No hay ruta a esa dirección desde este equipo.</translation>
        </message>
        <message>
            <source>This cannot be signed with the target’s secret. Look under Targets.</source>
            <translation>No se puede firmar con el secreto del destino. Revísalo en Destinos.</translation>
        </message>
        <message>
            <source>This kind of proxy is not supported; only http:// and https:// are.</source>
            <translation>Este tipo de proxy no se admite; solo http:// y https://.</translation>
        </message>
        <message>
            <source>Too many were waiting already.</source>
            <translation>Ya había demasiados en espera.</translation>
        </message>
        <message>
            <source>What came back is not an HTTP/1 answer.</source>
            <translation>Lo que volvió no es una respuesta HTTP/1.</translation>
        </message>
        <message>
            <source>broken off</source>
            <translation>cortada</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelado</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>falló</translation>
        </message>
        <message>
            <source>host not found</source>
            <translation>no se encuentra</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>sin respuesta</translation>
        </message>
        <message>
            <source>not HTTP</source>
            <translation>no es HTTP</translation>
        </message>
        <message>
            <source>own listener</source>
            <translation>escucha propia</translation>
        </message>
        <message>
            <source>proxy failed</source>
            <translation>falló el proxy</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>rechazada</translation>
        </message>
        <message>
            <source>timed out</source>
            <translation>tiempo agotado</translation>
        </message>
        <message>
            <source>unreachable</source>
            <translation>inalcanzable</translation>
        </message>
        <message>
            <source>{text} The system says: {detail}</source>
            <translation>{text} El sistema dice: {detail}</translation>
        </message>
    </context>
    <context>
        <name>fault</name>
        <message>
            <source>Another Content-Type than the body’s</source>
            <translation>Con un Content-Type que no es el del cuerpo</translation>
        </message>
        <message>
            <source>One byte of the body changed after signing</source>
            <translation>Un byte del cuerpo cambiado tras firmar</translation>
        </message>
        <message>
            <source>Only half of the body</source>
            <translation>Solo la mitad del cuerpo</translation>
        </message>
        <message>
            <source>Sent twice, right both times</source>
            <translation>Enviado dos veces, bien las dos</translation>
        </message>
        <message>
            <source>Signed long ago: the time is past</source>
            <translation>Firmado hace mucho: la hora ya pasó</translation>
        </message>
        <message>
            <source>Signed with another secret</source>
            <translation>Firmado con otro secreto</translation>
        </message>
        <message>
            <source>With the signature of another event</source>
            <translation>Con la firma de otro evento</translation>
        </message>
        <message>
            <source>Without the signature</source>
            <translation>Sin la firma</translation>
        </message>
        <message>
            <source>– Nothing to test: this provider’s check has no such case</source>
            <translation>– Nada que probar: este proveedor no tiene ese caso</translation>
        </message>
        <message>
            <source>⚠ Dangerous: taken as genuine</source>
            <translation>⚠ Peligroso: aceptado como auténtico</translation>
        </message>
        <message>
            <source>⚠ Dangerous: taken, although it is not what it says</source>
            <translation>⚠ Peligroso: aceptado aunque no es lo que dice ser</translation>
        </message>
        <message>
            <source>✓ Refused</source>
            <translation>✓ Rechazado</translation>
        </message>
        <message>
            <source>✓ Taken twice; see that it acted once</source>
            <translation>✓ Aceptado dos veces; comprueba que actuó una sola vez</translation>
        </message>
        <message>
            <source>✕ Neither taken nor refused: it has to answer 4xx</source>
            <translation>✕ Ni aceptado ni rechazado: debe responder 4xx</translation>
        </message>
        <message>
            <source>✕ No answer, so nothing is known</source>
            <translation>✕ Sin respuesta: no se sabe nada</translation>
        </message>
        <message>
            <source>✕ Not taken twice: a repeated delivery has to get 2xx too</source>
            <translation>✕ No aceptado dos veces: la repetida también debe recibir 2xx</translation>
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
            <translation>Una parte de la dirección del emisor</translation>
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
            <source>The colour of the mark</source>
            <translation>El color de la marca</translation>
        </message>
        <message>
            <source>The endpoint’s path</source>
            <translation>La ruta del endpoint</translation>
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
            <source>What its JSON Schema says of the body</source>
            <translation>Lo que dice del cuerpo su esquema JSON</translation>
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
        <message>
            <source>Without the providers’ checks of an endpoint</source>
            <translation>Sin las comprobaciones de endpoint de los proveedores</translation>
        </message>
    </context>
    <context>
        <name>figures</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n día</numerusform>
                <numerusform>%n días</numerusform>
            </translation>
        </message>
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
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n año</numerusform>
                <numerusform>%n años</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s) ago</source>
            <translation>
                <numerusform>hace %n año</numerusform>
                <numerusform>hace %n años</numerusform>
            </translation>
        </message>
        <message>
            <source>in {span}</source>
            <translation>dentro de {span}</translation>
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
        <name>finding</name>
        <message>
            <source>A JavaScript program parsed the body and wrote it again. Hash the raw body.</source>
            <translation>Un programa en JavaScript interpretó el cuerpo y lo escribió de nuevo. Calcula el hash del cuerpo original.</translation>
        </message>
        <message>
            <source>A byte order mark was added or lost: {detail} the signature is exact.</source>
            <translation>Se añadió o se perdió una marca de orden de bytes: {detail}, la firma es exacta.</translation>
        </message>
        <message>
            <source>A gateway handed the body over in base64: {detail} the signature is exact.</source>
            <translation>Una pasarela entregó el cuerpo en base64: {detail}, la firma es exacta.</translation>
        </message>
        <message>
            <source>A repeated or resent webhook keeps its first timestamp. Re-sign it, or look at the clocks.</source>
            <translation>Un webhook repetido o reenviado conserva su primera marca de tiempo. Fírmalo de nuevo o revisa los relojes.</translation>
        </message>
        <message>
            <source>An empty body was signed: the stream had already been read.</source>
            <translation>Se firmó un cuerpo vacío: el flujo ya se había leído.</translation>
        </message>
        <message>
            <source>Characters outside ASCII were written in another form after {provider} signed them; so ({detail}) the signature is exact.</source>
            <translation>Los caracteres no ASCII se escribieron de otra forma después de que {provider} los firmara; así ({detail}) la firma es exacta.</translation>
        </message>
        <message>
            <source>Characters were brought into another Unicode form: in {detail} the signature is exact.</source>
            <translation>Los caracteres se pasaron a otra forma de Unicode: en {detail} la firma es exacta.</translation>
        </message>
        <message>
            <source>Check that a secret is set at {provider}, and that nothing on the way drops the header.</source>
            <translation>Comprueba que haya un secreto puesto en {provider} y que nada elimine la cabecera por el camino.</translation>
        </message>
        <message>
            <source>Check the items one by one, not the envelope.</source>
            <translation>Comprueba los elementos uno a uno, no el sobre.</translation>
        </message>
        <message>
            <source>Compare the header with {provider}’s document; something has cut or changed it.</source>
            <translation>Compara la cabecera con la documentación de {provider}; algo la ha cortado o cambiado.</translation>
        </message>
        <message>
            <source>Copy the secret again from {provider}, whole, for this very endpoint.</source>
            <translation>Copia de nuevo el secreto desde {provider}, entero, para este mismo endpoint.</translation>
        </message>
        <message>
            <source>Copy the secret again, to its last character.</source>
            <translation>Copia de nuevo el secreto, hasta el último carácter.</translation>
        </message>
        <message>
            <source>Decode both signatures and compare their bytes, not their text.</source>
            <translation>Decodifica ambas firmas y compara sus bytes, no su texto.</translation>
        </message>
        <message>
            <source>Decode what follows whsec_ from base64, unless {provider}’s document takes it whole.</source>
            <translation>Decodifica de base64 lo que sigue a whsec_, salvo que la documentación de {provider} lo tome entero.</translation>
        </message>
        <message>
            <source>Do not act on it. If the authority is your own, give its certificate by hand as the secret.</source>
            <translation>No actúes según este mensaje. Si la autoridad es tuya, añade su certificado a mano como secreto.</translation>
        </message>
        <message>
            <source>Do not paste or edit the body on its way; send it from a file, as bytes.</source>
            <translation>No pegues ni edites el cuerpo por el camino; envíalo desde un archivo, como bytes.</translation>
        </message>
        <message>
            <source>Enter that address as the public URL here, and let your program use it too.</source>
            <translation>Introduce aquí esa dirección como URL pública y haz que tu programa la use también.</translation>
        </message>
        <message>
            <source>Hash the bytes before anything unpacks them, or switch compression off on the way.</source>
            <translation>Calcula el hash de los bytes antes de que nada los descomprima, o desactiva la compresión por el camino.</translation>
        </message>
        <message>
            <source>Hash the raw body, the bytes before any parser or middleware has touched them.</source>
            <translation>Calcula el hash del cuerpo original, los bytes antes de que los toque ningún analizador o middleware.</translation>
        </message>
        <message>
            <source>Hash the raw form, not what the framework makes of its fields.</source>
            <translation>Calcula el hash del formulario original, no de lo que el framework hace con sus campos.</translation>
        </message>
        <message>
            <source>If you do not know that authority, delete the certificate and let it be fetched.</source>
            <translation>Si no conoces esa autoridad, elimina el certificado y deja que se descargue.</translation>
        </message>
        <message>
            <source>It is a GET without a body; a redirect may have turned a POST into it.</source>
            <translation>Es un GET sin cuerpo; puede que una redirección haya convertido un POST en él.</translation>
        </message>
        <message>
            <source>It is signed with another secret: {secret}.</source>
            <translation>Está firmado con otro secreto: {secret}.</translation>
        </message>
        <message>
            <source>It is trusted for where it comes from: {provider}’s address, or your own hand.</source>
            <translation>Se confía en él por su origen: la dirección de {provider} o tu propia mano.</translation>
        </message>
        <message>
            <source>JSON value {name}</source>
            <translation>el valor JSON {name}</translation>
        </message>
        <message>
            <source>Keep the body as bytes until the signature has been checked.</source>
            <translation>Conserva el cuerpo como bytes hasta que se haya comprobado la firma.</translation>
        </message>
        <message>
            <source>Keep the line break at the end of the body as it was sent.</source>
            <translation>Conserva el salto de línea al final del cuerpo tal como se envió.</translation>
        </message>
        <message>
            <source>Look at isBase64Encoded, and decode the body before you hash it.</source>
            <translation>Mira isBase64Encoded y decodifica el cuerpo antes de calcular su hash.</translation>
        </message>
        <message>
            <source>Look for the secret of this webhook in {provider}’s console.</source>
            <translation>Busca el secreto de este webhook en la consola de {provider}.</translation>
        </message>
        <message>
            <source>Nothing is wrong on this side. Tell {provider}.</source>
            <translation>No hay nada mal en este lado. Avisa a {provider}.</translation>
        </message>
        <message>
            <source>Nothing makes this signature: most likely the secret is not the sender’s.</source>
            <translation>Nada produce esta firma: lo más probable es que el secreto no sea el del emisor.</translation>
        </message>
        <message>
            <source>Numbers were written in another form after {provider} signed them; so ({detail}) the signature is exact.</source>
            <translation>Los números se escribieron de otra forma después de que {provider} los firmara; así ({detail}) la firma es exacta.</translation>
        </message>
        <message>
            <source>Only a part of the body was signed: {detail}.</source>
            <translation>Solo se firmó una parte del cuerpo: {detail}.</translation>
        </message>
        <message>
            <source>Put a value that nobody can guess into the address, and ask {provider}’s API before you act.</source>
            <translation>Pon en la dirección un valor que nadie pueda adivinar y pregunta a la API de {provider} antes de actuar.</translation>
        </message>
        <message>
            <source>Raise the size limit for bodies.</source>
            <translation>Sube el límite de tamaño de los cuerpos.</translation>
        </message>
        <message>
            <source>Read that header, or choose the provider whose header it is.</source>
            <translation>Lee esa cabecera o elige el proveedor al que pertenece.</translation>
        </message>
        <message>
            <source>Read the body once, keep its bytes, and hash those.</source>
            <translation>Lee el cuerpo una vez, conserva sus bytes y calcula el hash de esos.</translation>
        </message>
        <message>
            <source>Refuse it: nobody answers for an old certificate. If {provider} has renewed it with the same key, give the new one.</source>
            <translation>Recházalo: nadie responde por un certificado caducado. Si {provider} lo ha renovado con la misma clave, añade el nuevo.</translation>
        </message>
        <message>
            <source>Set the clock of this computer, or give the certificate of that time.</source>
            <translation>Ajusta el reloj de este equipo o añade el certificado de aquel momento.</translation>
        </message>
        <message>
            <source>Set the clock of this computer, or of the sender’s.</source>
            <translation>Pon en hora el reloj de este equipo o el del emisor.</translation>
        </message>
        <message>
            <source>Something between {provider} and here changes the body. Find it, or hash before it.</source>
            <translation>Algo entre {provider} y este equipo cambia el cuerpo. Encuéntralo o calcula el hash antes.</translation>
        </message>
        <message>
            <source>Something between {provider} and here re-serialises JSON. Hash the raw body.</source>
            <translation>Algo entre {provider} y este equipo vuelve a serializar el JSON. Calcula el hash del cuerpo original.</translation>
        </message>
        <message>
            <source>Something was pasted together with the secret: {detail} it matches.</source>
            <translation>Se pegó algo junto con el secreto: {detail}, coincide.</translation>
        </message>
        <message>
            <source>Store the secret exactly as {provider} shows it.</source>
            <translation>Guarda el secreto exactamente como lo muestra {provider}.</translation>
        </message>
        <message>
            <source>Switch the middleware that trims strings off for this route.</source>
            <translation>Desactiva para esta ruta el middleware que recorta las cadenas.</translation>
        </message>
        <message>
            <source>The JSON was put into a string or taken out of one: {detail} the signature is exact.</source>
            <translation>El JSON se metió en una cadena o se sacó de una: {detail}, la firma es exacta.</translation>
        </message>
        <message>
            <source>The address entered at {provider} must be the same to the last character.</source>
            <translation>La dirección introducida en {provider} debe ser la misma hasta el último carácter.</translation>
        </message>
        <message>
            <source>The body was packed or unpacked after it was signed: {detail} the signature is exact.</source>
            <translation>El cuerpo se comprimió o se descomprimió después de firmarse: {detail}, la firma es exacta.</translation>
        </message>
        <message>
            <source>The body was parsed and written again after {provider} signed it: {detail} the signature is exact.</source>
            <translation>El cuerpo se interpretó y se escribió de nuevo después de que {provider} lo firmara: {detail}, la firma es exacta.</translation>
        </message>
        <message>
            <source>The body was parsed and written again after {provider} signed it; written so ({detail}) the signature is exact.</source>
            <translation>El cuerpo se interpretó y se escribió de nuevo después de que {provider} lo firmara; escrito así ({detail}) la firma es exacta.</translation>
        </message>
        <message>
            <source>The body was signed with another end: {detail} the signature is exact.</source>
            <translation>El cuerpo se firmó con otro final: {detail}, la firma es exacta.</translation>
        </message>
        <message>
            <source>The body went through a wrong charset: {detail}.</source>
            <translation>El cuerpo pasó por un juego de caracteres equivocado: {detail}.</translation>
        </message>
        <message>
            <source>The certificate came without its issuer {name}, so it cannot be followed to a root.</source>
            <translation>El certificado llegó sin su emisor {name}, así que no se puede seguir hasta una raíz.</translation>
        </message>
        <message>
            <source>The certificate is trusted as you gave it by hand; it leads to no known root, but to {name}.</source>
            <translation>Se confía en el certificado porque lo añadiste a mano; no lleva a ninguna raíz conocida, sino a {name}.</translation>
        </message>
        <message>
            <source>The certificate leads to no root that this computer trusts: it ends at {name}.</source>
            <translation>El certificado no lleva a ninguna raíz en la que confíe este equipo: termina en {name}.</translation>
        </message>
        <message>
            <source>The certificate of {name} is valid from {day} on, after this was received.</source>
            <translation>El certificado de {name} es válido desde el {day}, después de la recepción.</translation>
        </message>
        <message>
            <source>The certificate of {name} was valid until {day}, before this was received.</source>
            <translation>El certificado de {name} fue válido hasta el {day}, antes de la recepción.</translation>
        </message>
        <message>
            <source>The characters &lt; &gt; &amp; were written in another form after {provider} signed them; so ({detail}) the signature is exact.</source>
            <translation>Los caracteres &lt; &gt; &amp; se escribieron de otra forma después de que {provider} los firmara; así ({detail}) la firma es exacta.</translation>
        </message>
        <message>
            <source>The event is from {provider}’s {mode} mode, the secret is not.</source>
            <translation>El evento es del modo {mode} de {provider}; el secreto, no.</translation>
        </message>
        <message>
            <source>The form was built again from its fields; built so ({detail}) the signature is exact.</source>
            <translation>El formulario se volvió a construir a partir de sus campos; construido así ({detail}) la firma es exacta.</translation>
        </message>
        <message>
            <source>The header {header} does not fit the body: the body was changed on the way.</source>
            <translation>La cabecera {header} no encaja con el cuerpo: el cuerpo se cambió por el camino.</translation>
        </message>
        <message>
            <source>The header {header} shows a relay, which may have written the body again.</source>
            <translation>La cabecera {header} delata un intermediario, que puede haber escrito el cuerpo de nuevo.</translation>
        </message>
        <message>
            <source>The hex digits are upper case; a receiver that compares text refuses them.</source>
            <translation>Los dígitos hexadecimales están en mayúsculas; un receptor que compare el texto los rechaza.</translation>
        </message>
        <message>
            <source>The key was made from the secret in another way: {detail}.</source>
            <translation>La clave se obtuvo del secreto de otra manera: {detail}.</translation>
        </message>
        <message>
            <source>The line ends of the body were changed: {detail} the signature is exact.</source>
            <translation>Se cambiaron los finales de línea del cuerpo: {detail}, la firma es exacta.</translation>
        </message>
        <message>
            <source>The secret has blanks, a line break or quotes too many or too few: {detail} it matches.</source>
            <translation>El secreto tiene espacios, un salto de línea o comillas de más o de menos: {detail}, coincide.</translation>
        </message>
        <message>
            <source>The secret is no whole base64 text; {provider} decoded it as far as it goes.</source>
            <translation>El secreto no es un texto base64 completo; {provider} lo decodificó hasta donde llega.</translation>
        </message>
        <message>
            <source>The secret that begins with whsec_ was used in another form: {detail}.</source>
            <translation>El secreto que empieza por whsec_ se usó de otra forma: {detail}.</translation>
        </message>
        <message>
            <source>The signature cannot be read.</source>
            <translation>No se puede leer la firma.</translation>
        </message>
        <message>
            <source>The signature is in the header {detail}.</source>
            <translation>La firma está en la cabecera {detail}.</translation>
        </message>
        <message>
            <source>The signature is made with another digest: {detail}.</source>
            <translation>La firma está hecha con otro algoritmo de hash: {detail}.</translation>
        </message>
        <message>
            <source>The signature is right, but its timestamp is too old.</source>
            <translation>La firma es correcta, pero su marca de tiempo es demasiado antigua.</translation>
        </message>
        <message>
            <source>The signature is right, but its timestamp lies in the future.</source>
            <translation>La firma es correcta, pero su marca de tiempo está en el futuro.</translation>
        </message>
        <message>
            <source>The signature is right, but what it vouches for does not fit this message.</source>
            <translation>La firma es correcta, pero lo que garantiza no encaja con este mensaje.</translation>
        </message>
        <message>
            <source>The signature is right, but written otherwise: {detail}.</source>
            <translation>La firma es correcta, pero está escrita de otro modo: {detail}.</translation>
        </message>
        <message>
            <source>The timestamp was signed in another form: {detail}.</source>
            <translation>La marca de tiempo se firmó de otra forma: {detail}.</translation>
        </message>
        <message>
            <source>There is no signature where {provider} puts it, but this looks like one: {header}.</source>
            <translation>No hay firma donde la pone {provider}, pero esto parece una: {header}.</translation>
        </message>
        <message>
            <source>There is no {wanted}: {provider} puts its signature there.</source>
            <translation>Falta {wanted}: ahí pone {provider} su firma.</translation>
        </message>
        <message>
            <source>Turn the secret into the key’s bytes in that way.</source>
            <translation>Convierte así el secreto en los bytes de la clave.</translation>
        </message>
        <message>
            <source>Use path and query exactly as they were sent, not as the framework writes them.</source>
            <translation>Usa la ruta y la consulta exactamente como se enviaron, no como las escribe el framework.</translation>
        </message>
        <message>
            <source>Use that digest, or choose the matching version at {provider}.</source>
            <translation>Usa ese algoritmo de hash o elige la versión correspondiente en {provider}.</translation>
        </message>
        <message>
            <source>Use that secret for this endpoint, or let {provider} send to the other one.</source>
            <translation>Usa ese secreto para este endpoint o haz que {provider} envíe al otro.</translation>
        </message>
        <message>
            <source>Use the timestamp’s text as it was sent; do not turn it into a number first.</source>
            <translation>Usa el texto de la marca de tiempo tal como se envió; no lo conviertas antes en un número.</translation>
        </message>
        <message>
            <source>Values were changed before the check: {detail}.</source>
            <translation>Se cambiaron valores antes de la comprobación: {detail}.</translation>
        </message>
        <message>
            <source>What was entered looks like an API key or a token, not like the signing secret.</source>
            <translation>Lo que se introdujo parece una clave de API o un token, no el secreto de firma.</translation>
        </message>
        <message>
            <source>Whole numbers above 2⁵³ were rounded on the way ({detail}).</source>
            <translation>Los números enteros mayores que 2⁵³ se redondearon por el camino ({detail}).</translation>
        </message>
        <message>
            <source>form field {name}</source>
            <translation>el campo de formulario {name}</translation>
        </message>
        <message>
            <source>header {name}</source>
            <translation>la cabecera {name}</translation>
        </message>
        <message>
            <source>likely</source>
            <translation>probable</translation>
        </message>
        <message>
            <source>possible</source>
            <translation>posible</translation>
        </message>
        <message>
            <source>proved</source>
            <translation>demostrado</translation>
        </message>
        <message>
            <source>query parameter {name}</source>
            <translation>el parámetro de consulta {name}</translation>
        </message>
        <message>
            <source>secret in its URL</source>
            <translation>el secreto en su URL</translation>
        </message>
        <message>
            <source>signature</source>
            <translation>la firma</translation>
        </message>
        <message>
            <source>the sender</source>
            <translation>quien lo envía</translation>
        </message>
        <message>
            <source>{provider} changed the body for this retry and kept the first signature.</source>
            <translation>{provider} cambió el cuerpo para este reintento y mantuvo la primera firma.</translation>
        </message>
        <message>
            <source>{provider} gives nothing that could be checked here.</source>
            <translation>{provider} no da nada que se pueda comprobar aquí.</translation>
        </message>
        <message>
            <source>{provider} signed another address: {detail}.</source>
            <translation>{provider} firmó otra dirección: {detail}.</translation>
        </message>
        <message>
            <source>{provider} signed another port: {detail}.</source>
            <translation>{provider} firmó otro puerto: {detail}.</translation>
        </message>
        <message>
            <source>{provider} signed another scheme: {detail}.</source>
            <translation>{provider} firmó otro esquema: {detail}.</translation>
        </message>
        <message>
            <source>{provider} signed the address with another end: {detail}.</source>
            <translation>{provider} firmó la dirección con otro final: {detail}.</translation>
        </message>
        <message>
            <source>{provider} signed the path and query written otherwise: {detail}.</source>
            <translation>{provider} firmó la ruta y la consulta escritas de otro modo: {detail}.</translation>
        </message>
    </context>
    <context>
        <name>formats</name>
        <message>
            <source>A page to read or mail: no script, nothing loaded.</source>
            <translation>Una página para leer o enviar: sin scripts, no carga nada.</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>Cuerpo</translation>
        </message>
        <message>
            <source>Bruno collection</source>
            <translation>Colección de Bruno</translation>
        </message>
        <message>
            <source>Code that sends the same request.</source>
            <translation>Código que envía la misma petición.</translation>
        </message>
        <message>
            <source>Exact but for what is taken out. Can be imported again.</source>
            <translation>Exacto salvo lo que se quita. Se puede volver a importar.</translation>
        </message>
        <message>
            <source>Exact: every byte as it arrived. Can be imported again.</source>
            <translation>Exacto: cada byte tal como llegó. Se puede volver a importar.</translation>
        </message>
        <message>
            <source>For Bruno. A body that is no text does not fit.</source>
            <translation>Para Bruno. Un cuerpo que no es texto no cabe.</translation>
        </message>
        <message>
            <source>For Postman. A body that is no text does not fit.</source>
            <translation>Para Postman. Un cuerpo que no es texto no cabe.</translation>
        </message>
        <message>
            <source>For an issue or a chat.</source>
            <translation>Para una incidencia o un chat.</translation>
        </message>
        <message>
            <source>For browsers and proxies. Can be imported again; the head is written anew.</source>
            <translation>Para navegadores y proxies. Se puede volver a importar; el encabezado se escribe de nuevo.</translation>
        </message>
        <message>
            <source>For spreadsheets. What could be a formula gets an apostrophe before it.</source>
            <translation>Para hojas de cálculo. Lo que podría ser una fórmula recibe un apóstrofo delante.</translation>
        </message>
        <message>
            <source>HTML page</source>
            <translation>Página HTML</translation>
        </message>
        <message>
            <source>HTTP messages (.http)</source>
            <translation>Mensajes HTTP (.http)</translation>
        </message>
        <message>
            <source>Postman collection</source>
            <translation>Colección de Postman</translation>
        </message>
        <message>
            <source>The URLs alone.</source>
            <translation>Solo las URL.</translation>
        </message>
        <message>
            <source>The body alone, of one webhook.</source>
            <translation>Solo el cuerpo, de un webhook.</translation>
        </message>
        <message>
            <source>cURL (Windows cmd)</source>
            <translation>cURL (cmd de Windows)</translation>
        </message>
    </context>
    <context>
        <name>forwards</name>
        <message>
            <source>, next try {time}</source>
            <translation>, próximo intento {time}</translation>
        </message>
        <message>
            <source>forwarding</source>
            <translation>reenvío activo</translation>
        </message>
        <message>
            <source>{count} given up</source>
            <translation>{count} abandonados</translation>
        </message>
        <message>
            <source>{count} under way</source>
            <translation>{count} en curso</translation>
        </message>
        <message>
            <source>{count} waiting</source>
            <translation>{count} en espera</translation>
        </message>
    </context>
    <context>
        <name>groups</name>
        <message>
            <source>By delivery</source>
            <translation>Por entrega</translation>
        </message>
        <message>
            <source>By endpoint</source>
            <translation>Por endpoint</translation>
        </message>
        <message>
            <source>By event type</source>
            <translation>Por tipo de evento</translation>
        </message>
        <message>
            <source>By provider</source>
            <translation>Por proveedor</translation>
        </message>
        <message>
            <source>Deliveries tried again</source>
            <translation>Entregas reintentadas</translation>
        </message>
        <message>
            <source>Endpoints</source>
            <translation>Endpoints</translation>
        </message>
        <message>
            <source>Event types</source>
            <translation>Tipos de evento</translation>
        </message>
        <message>
            <source>Providers</source>
            <translation>Proveedores</translation>
        </message>
    </context>
    <context>
        <name>handler</name>
        <message>
            <source>Decode both signatures and compare their bytes, in constant time.</source>
            <translation>Decodifica ambas firmas y compara sus bytes, en tiempo constante.</translation>
        </message>
        <message>
            <source>Hash the raw body: the bytes before any parser or middleware has touched them.</source>
            <translation>Calcula el hash del cuerpo original: los bytes antes de que los toque ningún analizador o middleware.</translation>
        </message>
        <message>
            <source>Raise its size limit for bodies.</source>
            <translation>Sube su límite de tamaño de los cuerpos.</translation>
        </message>
        <message>
            <source>Read the body once, keep its bytes, and hash those.</source>
            <translation>Lee el cuerpo una vez, conserva sus bytes y calcula el hash de esos.</translation>
        </message>
        <message>
            <source>Use the address that the provider was given, not the one that the framework sees.</source>
            <translation>Usa la dirección que se dio al proveedor, no la que ve el framework.</translation>
        </message>
        <message>
            <source>Use the digest that the scheme names.</source>
            <translation>Usa el algoritmo de hash que indica el esquema.</translation>
        </message>
        <message>
            <source>Use the secret exactly as the provider shows it, and make the key as its document says.</source>
            <translation>Usa el secreto exactamente como lo muestra el proveedor, y forma la clave como dice su documentación.</translation>
        </message>
        <message>
            <source>Use the timestamp’s text as it was sent.</source>
            <translation>Usa el texto de la marca de tiempo tal como se envió.</translation>
        </message>
        <message>
            <source>Your program did not hash the bytes that were sent, but the body {detail}.</source>
            <translation>Tu programa no usó los bytes que se enviaron, sino el cuerpo {detail}.</translation>
        </message>
        <message>
            <source>Your program has the right signature, but writes it otherwise: {detail}.</source>
            <translation>Tu programa tiene la firma correcta, pero la escribe de otra manera: {detail}.</translation>
        </message>
        <message>
            <source>Your program hashed an empty body: something had read the stream before.</source>
            <translation>Tu programa usó un cuerpo vacío: algo había leído antes el flujo.</translation>
        </message>
        <message>
            <source>Your program hashed only a part of the body: {detail}.</source>
            <translation>Tu programa usó solo una parte del cuerpo: {detail}.</translation>
        </message>
        <message>
            <source>Your program used another address: {detail}.</source>
            <translation>Tu programa usó otra dirección: {detail}.</translation>
        </message>
        <message>
            <source>Your program used another digest: {detail}.</source>
            <translation>Tu programa usó otro algoritmo de hash: {detail}.</translation>
        </message>
        <message>
            <source>Your program used the secret in another form: {detail}.</source>
            <translation>Tu programa usó el secreto de otra forma: {detail}.</translation>
        </message>
        <message>
            <source>Your program used the timestamp in another form: {detail}.</source>
            <translation>Tu programa usó la marca de tiempo en otra forma: {detail}.</translation>
        </message>
    </context>
    <context>
        <name>import</name>
        <message>
            <source>A Base64 text is broken.</source>
            <translation>Un texto en Base64 está dañado.</translation>
        </message>
        <message>
            <source>A field of the collection has no name.</source>
            <translation>Un campo de la colección no tiene nombre.</translation>
        </message>
        <message>
            <source>A message of the relay is no object.</source>
            <translation>Un mensaje del servicio de reenvío no es un objeto.</translation>
        </message>
        <message>
            <source>A number of the flow file is broken.</source>
            <translation>Un número del archivo de flujos está dañado.</translation>
        </message>
        <message>
            <source>A quotation mark of the command is not closed.</source>
            <translation>Una comilla de la orden no está cerrada.</translation>
        </message>
        <message>
            <source>An entry has no request line.</source>
            <translation>Una entrada no tiene línea de petición.</translation>
        </message>
        <message>
            <source>An item of the collection has no request.</source>
            <translation>Un elemento de la colección no tiene petición.</translation>
        </message>
        <message>
            <source>An item of the collection is no object.</source>
            <translation>Un elemento de la colección no es un objeto.</translation>
        </message>
        <message>
            <source>An object with {name} is missing.</source>
            <translation>Falta un objeto con {name}.</translation>
        </message>
        <message>
            <source>The .bru file has no request: a block such as {block} is missing.</source>
            <translation>El archivo .bru no tiene petición: falta un bloque como {block}.</translation>
        </message>
        <message>
            <source>The .bru file is not UTF-8.</source>
            <translation>El archivo .bru no está en UTF-8.</translation>
        </message>
        <message>
            <source>The block {name} of the .bru file is not closed.</source>
            <translation>El bloque {name} del archivo .bru no está cerrado.</translation>
        </message>
        <message>
            <source>The body comes from a file, which is not read. Put it into the command.</source>
            <translation>El cuerpo viene de un archivo, que no se lee. Ponlo en la orden.</translation>
        </message>
        <message>
            <source>The body of a message (bodyB) is not Base64.</source>
            <translation>El cuerpo de un mensaje (bodyB) no está en Base64.</translation>
        </message>
        <message>
            <source>The command names no URL.</source>
            <translation>La orden no indica ninguna URL.</translation>
        </message>
        <message>
            <source>The field {name} is missing.</source>
            <translation>Falta el campo {name}.</translation>
        </message>
        <message>
            <source>The file holds more than {most} requests. Split it.</source>
            <translation>El archivo contiene más de {most} peticiones. Divídelo.</translation>
        </message>
        <message>
            <source>The file looks like {format}, but a part of it is of another kind.</source>
            <translation>El archivo parece de {format}, pero una parte es de otro tipo.</translation>
        </message>
        <message>
            <source>The first line is no request line such as POST /path HTTP/1.1.</source>
            <translation>La primera línea no es una línea de petición como POST /path HTTP/1.1.</translation>
        </message>
        <message>
            <source>The flow file breaks off.</source>
            <translation>El archivo de flujos está cortado.</translation>
        </message>
        <message>
            <source>The option {name} has no value.</source>
            <translation>A la opción {name} le falta un valor.</translation>
        </message>
        <message>
            <source>The option {name} makes its body out of files, which are not read.</source>
            <translation>La opción {name} forma el cuerpo con archivos, que no se leen.</translation>
        </message>
        <message>
            <source>The variables of a GraphQL request are not JSON.</source>
            <translation>Las variables de una petición GraphQL no son JSON.</translation>
        </message>
        <message>
            <source>There is no request in the file.</source>
            <translation>No hay ninguna petición en el archivo.</translation>
        </message>
        <message>
            <source>This JSON is no export of Garfio, HAR, Postman, Bruno, gosmee, ngrok or webhook.site.</source>
            <translation>Este JSON no es una exportación de Garfio, HAR, Postman, Bruno, gosmee, ngrok ni webhook.site.</translation>
        </message>
        <message>
            <source>This is no file of requests. It can hold HTTP messages (POST /path HTTP/1.1 …), an export of Garfio, HAR, Postman, Bruno, gosmee, ngrok, webhook.site or mitmproxy, or a cURL command.</source>
            <translation>Este archivo no contiene peticiones. Puede contener mensajes HTTP (POST /path HTTP/1.1 …), una exportación de Garfio, HAR, Postman, Bruno, gosmee, ngrok, webhook.site o mitmproxy, o una orden cURL.</translation>
        </message>
        <message>
            <source>This is not JSON that could be read.</source>
            <translation>No es un JSON que se pueda leer.</translation>
        </message>
        <message>
            <source>This is not JSON: {error}.</source>
            <translation>No es JSON: {error}.</translation>
        </message>
        <message>
            <source>This is not a flow file of mitmproxy, or it breaks off.</source>
            <translation>No es un archivo de flujos de mitmproxy, o está cortado.</translation>
        </message>
        <message>
            <source>{name} is not a list.</source>
            <translation>{name} no es una lista.</translation>
        </message>
        <message>
            <source>{text} is no URL.</source>
            <translation>{text} no es una URL.</translation>
        </message>
        <message>
            <source>{text} is no header of HTTP.</source>
            <translation>{text} no es una cabecera de HTTP.</translation>
        </message>
        <message>
            <source>{text} is no method.</source>
            <translation>{text} no es un método.</translation>
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
            <source>Cannot be read on from byte {offset}: {reason}. The hexadecimal view shows all.</source>
            <translation>No se puede seguir leyendo desde el byte {offset}: {reason}. La vista hexadecimal lo muestra todo.</translation>
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
            <source>Expired {moment}.</source>
            <translation>Caducado {moment}.</translation>
        </message>
        <message>
            <source>Expires {moment}.</source>
            <translation>Caduca {moment}.</translation>
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
            <source>Issued {moment}.</source>
            <translation>Emitido {moment}.</translation>
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
            <source>Names repeat; every field is shown, in the order sent.</source>
            <translation>Hay nombres repetidos; se muestran todos los campos, en el orden en que se enviaron.</translation>
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
            <source>Not a table from line {line} on: {reason}</source>
            <translation>No es una tabla a partir de la línea {line}: {reason}</translation>
        </message>
        <message>
            <source>Not valid GraphQL at line {line}, column {column}: {reason}.</source>
            <translation>GraphQL no válido en la línea {line}, columna {column}: {reason}.</translation>
        </message>
        <message>
            <source>Not valid JSON at line {line}, column {column}: {reason}. The rest is shown as sent.</source>
            <translation>No es JSON válido en la línea {line}, columna {column}: {reason}. El resto se muestra tal como se envió.</translation>
        </message>
        <message>
            <source>Not valid JSON at line {line}, column {column}: {reason}. The tree shows what was read until there.</source>
            <translation>No es JSON válido en la línea {line}, columna {column}: {reason}. El árbol muestra lo que se leyó hasta ahí.</translation>
        </message>
        <message>
            <source>Not valid XML at line {line}, column {column}. The rest is shown as sent.</source>
            <translation>XML no válido en la línea {line}, columna {column}. El resto se muestra tal como se envió.</translation>
        </message>
        <message>
            <source>Not valid YAML at line {line}, column {column}: {reason}.</source>
            <translation>YAML no válido en la línea {line}, columna {column}: {reason}.</translation>
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
            <source>Only the first {shown} requests of the batch are shown.</source>
            <translation>Solo se muestran las primeras {shown} peticiones del lote.</translation>
        </message>
        <message>
            <source>Only the first {shown} rows are shown.</source>
            <translation>Solo se muestran las primeras {shown} filas.</translation>
        </message>
        <message>
            <source>Row {row} has {cells} cells, the first row has {columns}.</source>
            <translation>La fila {row} tiene {cells} celdas, la primera tiene {columns}.</translation>
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
            <source>The end tag at line {line}, column {column} closes no element that is open.</source>
            <translation>La etiqueta de cierre de la línea {line}, columna {column}, no cierra ningún elemento abierto.</translation>
        </message>
        <message>
            <source>The picture cannot be decoded; its bytes are shown.</source>
            <translation>La imagen no se puede decodificar; se muestran sus bytes.</translation>
        </message>
        <message>
            <source>The picture is too large to be decoded safely; its bytes are shown.</source>
            <translation>La imagen es demasiado grande para decodificarla sin riesgo; se muestran sus bytes.</translation>
        </message>
        <message>
            <source>The syntax is checked up to line {line}, where the values are nested too deeply.</source>
            <translation>La sintaxis se ha comprobado hasta la línea {line}, donde los valores se anidan demasiado.</translation>
        </message>
        <message>
            <source>The syntax of so long a document is not checked.</source>
            <translation>La sintaxis de un documento tan largo no se comprueba.</translation>
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
            <source>This JSON holds no GraphQL query.</source>
            <translation>Este JSON no contiene ninguna consulta GraphQL.</translation>
        </message>
        <message>
            <source>This is not a JSON Web Token.</source>
            <translation>Esto no es un JSON Web Token.</translation>
        </message>
        <message>
            <source>This view could not be prepared ({error}); please report it. The bytes are shown as they were sent.</source>
            <translation>Esta vista no se ha podido preparar ({error}); por favor, comunícalo. Los bytes se muestran tal como se enviaron.</translation>
        </message>
        <message>
            <source>This view could not be prepared: the process that does it ended twice, perhaps for want of memory. The bytes are shown as they were sent; choose the view again to try once more.</source>
            <translation>Esta vista no se ha podido preparar: el proceso que lo hace ha terminado dos veces, quizá por falta de memoria. Los bytes se muestran tal como se enviaron; elige la vista de nuevo para volver a intentarlo.</translation>
        </message>
        <message>
            <source>Valid from {moment}.</source>
            <translation>Válido desde {moment}.</translation>
        </message>
        <message>
            <source>YAML does not allow this control character</source>
            <translation>YAML no permite este carácter de control</translation>
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
            <source>a comma or “]” is missing</source>
            <translation>falta una coma o «]»</translation>
        </message>
        <message>
            <source>a comma or “}” is missing</source>
            <translation>falta una coma o «}»</translation>
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
            <source>a key is missing, or the indentation is wrong</source>
            <translation>falta una clave o la sangría no es correcta</translation>
        </message>
        <message>
            <source>a value is missing</source>
            <translation>falta un valor</translation>
        </message>
        <message>
            <source>a “- ” is missing, or the indentation is wrong</source>
            <translation>falta «- » o la sangría no es correcta</translation>
        </message>
        <message>
            <source>a “:” is missing</source>
            <translation>faltan los dos puntos</translation>
        </message>
        <message>
            <source>it ends here</source>
            <translation>termina aquí</translation>
        </message>
        <message>
            <source>no value can begin with this character</source>
            <translation>ningún valor puede empezar por este carácter</translation>
        </message>
        <message>
            <source>no “: ” may stand here</source>
            <translation>aquí no puede haber «: »</translation>
        </message>
        <message>
            <source>something follows the value</source>
            <translation>algo sigue al valor</translation>
        </message>
        <message>
            <source>the value is longer than the body</source>
            <translation>el valor es más largo que el cuerpo</translation>
        </message>
        <message>
            <source>the values are nested too deeply</source>
            <translation>los valores están demasiado anidados</translation>
        </message>
        <message>
            <source>there are more values than are shown</source>
            <translation>hay más valores de los que se muestran</translation>
        </message>
        <message>
            <source>this bracket closes none that is open</source>
            <translation>este paréntesis no cierra ninguno abierto</translation>
        </message>
        <message>
            <source>this bracket is never closed</source>
            <translation>este paréntesis no se cierra nunca</translation>
        </message>
        <message>
            <source>this byte means nothing here</source>
            <translation>este byte no significa nada aquí</translation>
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
            <source>this means nothing in GraphQL</source>
            <translation>esto no significa nada en GraphQL</translation>
        </message>
        <message>
            <source>this text does not end</source>
            <translation>este texto no termina</translation>
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
        <name>part</name>
        <message>
            <source>JSON value {name}</source>
            <translation>valor JSON {name}</translation>
        </message>
        <message>
            <source>URL</source>
            <translation>URL</translation>
        </message>
        <message>
            <source>a blank</source>
            <translation>un espacio</translation>
        </message>
        <message>
            <source>body</source>
            <translation>cuerpo</translation>
        </message>
        <message>
            <source>body, unpacked</source>
            <translation>cuerpo, descomprimido</translation>
        </message>
        <message>
            <source>claim {name}</source>
            <translation>claim {name}</translation>
        </message>
        <message>
            <source>ends with {what}</source>
            <translation>termina en {what}</translation>
        </message>
        <message>
            <source>form field {name}</source>
            <translation>campo de formulario {name}</translation>
        </message>
        <message>
            <source>form fields</source>
            <translation>campos de formulario</translation>
        </message>
        <message>
            <source>form fields, sorted</source>
            <translation>campos de formulario, ordenados</translation>
        </message>
        <message>
            <source>header of the token</source>
            <translation>cabecera del token</translation>
        </message>
        <message>
            <source>header {name}</source>
            <translation>cabecera {name}</translation>
        </message>
        <message>
            <source>in the URL</source>
            <translation>en la URL</translation>
        </message>
        <message>
            <source>message id</source>
            <translation>id del mensaje</translation>
        </message>
        <message>
            <source>method</source>
            <translation>método</translation>
        </message>
        <message>
            <source>part {name} of the secret</source>
            <translation>parte {name} del secreto</translation>
        </message>
        <message>
            <source>part {name} of the signature’s value</source>
            <translation>parte {name} del valor de la firma</translation>
        </message>
        <message>
            <source>path</source>
            <translation>ruta</translation>
        </message>
        <message>
            <source>path and query</source>
            <translation>ruta y consulta</translation>
        </message>
        <message>
            <source>path and query of the URL</source>
            <translation>ruta y consulta de la URL</translation>
        </message>
        <message>
            <source>payload of the token</source>
            <translation>contenido del token</translation>
        </message>
        <message>
            <source>query</source>
            <translation>consulta</translation>
        </message>
        <message>
            <source>query parameter {name}</source>
            <translation>parámetro de consulta {name}</translation>
        </message>
        <message>
            <source>secret</source>
            <translation>secreto</translation>
        </message>
        <message>
            <source>timestamp</source>
            <translation>marca de tiempo</translation>
        </message>
    </context>
    <context>
        <name>recipe</name>
        <message>
            <source>0 for the usual one.</source>
            <translation>0 para el habitual.</translation>
        </message>
        <message>
            <source>A mail and a notification when fewer than so many are left.</source>
            <translation>Un correo y una notificación cuando quedan menos de las que digas.</translation>
        </message>
        <message>
            <source>A mail when a path has been silent for so many minutes.</source>
            <translation>Un correo cuando una ruta lleva tantos minutos en silencio.</translation>
        </message>
        <message>
            <source>A mail when nothing arrives any more</source>
            <translation>Un correo cuando ya no llega nada</translation>
        </message>
        <message>
            <source>A mail with the address and the reason, if there is one.</source>
            <translation>Un correo con la dirección y el motivo, si lo hay.</translation>
        </message>
        <message>
            <source>A message to a channel with the amount and the payment’s id.</source>
            <translation>Un mensaje a un canal con el importe y el id del pago.</translation>
        </message>
        <message>
            <source>A name without a folder lies beside the workspace.</source>
            <translation>Un nombre sin carpeta queda junto al espacio de trabajo.</translation>
        </message>
        <message>
            <source>A notification on the desktop and a message to a channel.</source>
            <translation>Una notificación en el escritorio y un mensaje a un canal.</translation>
        </message>
        <message>
            <source>A notification when a path has been silent for so many minutes.</source>
            <translation>Una notificación cuando una ruta lleva tantos minutos en silencio.</translation>
        </message>
        <message>
            <source>A notification with the workflow, the repository and the branch.</source>
            <translation>Una notificación con el flujo, el repositorio y la rama.</translation>
        </message>
        <message>
            <source>A notification, at most six in a minute.</source>
            <translation>Una notificación, como mucho seis por minuto.</translation>
        </message>
        <message>
            <source>API</source>
            <translation>API</translation>
        </message>
        <message>
            <source>Access token</source>
            <translation>Token de acceso</translation>
        </message>
        <message>
            <source>Any provider</source>
            <translation>Cualquier proveedor</translation>
        </message>
        <message>
            <source>As the mail shows it.</source>
            <translation>Como aparece en el correo.</translation>
        </message>
        <message>
            <source>Channel’s webhook URL</source>
            <translation>URL del webhook del canal</translation>
        </message>
        <message>
            <source>Confirm a new order by mail</source>
            <translation>Confirmar un pedido nuevo por correo</translation>
        </message>
        <message>
            <source>Each call that is logged becomes a row of a CSV file.</source>
            <translation>Cada llamada registrada es una fila de un archivo CSV.</translation>
        </message>
        <message>
            <source>Each new contact is assigned through HubSpot’s API.</source>
            <translation>Cada contacto nuevo se asigna mediante la API de HubSpot.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>From Slack: Incoming Webhooks. It is kept as a secret.</source>
            <translation>De Slack: Incoming Webhooks. Se guarda como secreto.</translation>
        </message>
        <message>
            <source>Give new contacts an owner, in turn</source>
            <translation>Asignar contactos nuevos por turno</translation>
        </message>
        <message>
            <source>Hear of invalid signatures</source>
            <translation>Enterarte de firmas no válidas</translation>
        </message>
        <message>
            <source>Hear when a workflow fails</source>
            <translation>Enterarte de que falla un flujo</translation>
        </message>
        <message>
            <source>Hear when nothing arrives any more</source>
            <translation>Enterarte de que ya no llega nada</translation>
        </message>
        <message>
            <source>Hear when your app is mentioned</source>
            <translation>Enterarte de que mencionan tu app</translation>
        </message>
        <message>
            <source>If it wants one.</source>
            <translation>Si pide uno.</translation>
        </message>
        <message>
            <source>If the server wants one.</source>
            <translation>Si el servidor lo pide.</translation>
        </message>
        <message>
            <source>If the server wants one; often your mail address.</source>
            <translation>Si el servidor lo pide; suele ser tu dirección de correo.</translation>
        </message>
        <message>
            <source>Inventory’s URL</source>
            <translation>URL del inventario</translation>
        </message>
        <message>
            <source>Inventory’s token</source>
            <translation>Token del inventario</translation>
        </message>
        <message>
            <source>Keep a register of calls</source>
            <translation>Llevar un registro de llamadas</translation>
        </message>
        <message>
            <source>Keep your contacts in a local table</source>
            <translation>Tener tus contactos en una tabla local</translation>
        </message>
        <message>
            <source>Mail server</source>
            <translation>Servidor de correo</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>Minutos</translation>
        </message>
        <message>
            <source>Of your private app in HubSpot.</source>
            <translation>De tu app privada en HubSpot.</translation>
        </message>
        <message>
            <source>One HTTP request to your inventory system for each line of a paid order.</source>
            <translation>Una petición HTTP a tu inventario por cada línea de un pedido pagado.</translation>
        </message>
        <message>
            <source>Only time in which Garfio listens counts.</source>
            <translation>Solo cuenta el tiempo en que Garfio escucha.</translation>
        </message>
        <message>
            <source>Owners</source>
            <translation>Responsables</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>Ruta</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Puerto</translation>
        </message>
        <message>
            <source>Post failed payments to Slack</source>
            <translation>Publicar pagos fallidos en Slack</translation>
        </message>
        <message>
            <source>Sender</source>
            <translation>Remitente</translation>
        </message>
        <message>
            <source>Shop’s name</source>
            <translation>Nombre de la tienda</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Asunto</translation>
        </message>
        <message>
            <source>Such as /stripe; /shop/* stands for all below.</source>
            <translation>Por ejemplo /stripe; /shop/* abarca todo lo que cuelga de ella.</translation>
        </message>
        <message>
            <source>Such as Shop &lt;shop@example.com&gt;.</source>
            <translation>Por ejemplo, Tienda &lt;tienda@example.com&gt;.</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Equipo</translation>
        </message>
        <message>
            <source>Tell the inventory what was sold</source>
            <translation>Pasar las ventas al inventario</translation>
        </message>
        <message>
            <source>Tell the team who unsubscribes</source>
            <translation>Avisar al equipo de las bajas</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>Thank a new subscriber</source>
            <translation>Dar las gracias a un suscriptor nuevo</translation>
        </message>
        <message>
            <source>The SMTP server of your mail provider, such as smtp.example.com.</source>
            <translation>El servidor SMTP de tu proveedor de correo, como smtp.example.com.</translation>
        </message>
        <message>
            <source>The customer gets a mail with the order’s lines and its total.</source>
            <translation>El cliente recibe un correo con las líneas del pedido y el total.</translation>
        </message>
        <message>
            <source>The latest value of each property, in an SQLite file.</source>
            <translation>El último valor de cada propiedad, en un archivo SQLite.</translation>
        </message>
        <message>
            <source>Their ids in HubSpot, separated by commas.</source>
            <translation>Sus ids en HubSpot, separados por comas.</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Usuario</translation>
        </message>
        <message>
            <source>Warn under</source>
            <translation>Avisar por debajo de</translation>
        </message>
        <message>
            <source>Warn when stock runs low</source>
            <translation>Avisar cuando quedan pocas existencias</translation>
        </message>
        <message>
            <source>What follows the greeting.</source>
            <translation>Lo que sigue al saludo.</translation>
        </message>
        <message>
            <source>When fewer than this are available.</source>
            <translation>Cuando hay menos disponibles.</translation>
        </message>
        <message>
            <source>Who gets the mail, separated by commas.</source>
            <translation>Quién recibe el correo, separado por comas.</translation>
        </message>
        <message>
            <source>Whoever subscribes to your audience gets a mail at once.</source>
            <translation>Quien se suscribe a tu audiencia recibe un correo al momento.</translation>
        </message>
        <message>
            <source>{{ item.sku }} in it stands for the article’s number.</source>
            <translation>{{ item.sku }} dentro de ella es el número del artículo.</translation>
        </message>
    </context>
    <context>
        <name>redirect</name>
        <message>
            <source>It points elsewhere, which is not followed: {location}</source>
            <translation>Apunta a otro sitio, que no se sigue: {location}</translation>
        </message>
        <message>
            <source>It points from another computer to this one, which is not followed: {location}</source>
            <translation>Apunta desde otro equipo a este, lo que no se sigue: {location}</translation>
        </message>
        <message>
            <source>It points from https to plain http, which anybody on the way could read; not followed: {location}</source>
            <translation>Apunta de https a http sin cifrar, que cualquiera en el camino podría leer; no se sigue: {location}</translation>
        </message>
        <message>
            <source>It points on again, and no more redirects are followed: {location}</source>
            <translation>Vuelve a apuntar a otro sitio, y no se siguen más redirecciones: {location}</translation>
        </message>
        <message>
            <source>It points to a host that nothing was ever sent to. Send there once, and it is followed: {location}</source>
            <translation>Apunta a un servidor al que nunca se envió nada. Envía allí una vez y se seguirá: {location}</translation>
        </message>
        <message>
            <source>It points to something that is no http or https URL: {location}</source>
            <translation>Apunta a algo que no es una URL http ni https: {location}</translation>
        </message>
        <message>
            <source>not sent to that host: {names}</source>
            <translation>no se envió a ese servidor: {names}</translation>
        </message>
        <message>
            <source>the client certificate</source>
            <translation>el certificado de cliente</translation>
        </message>
        <message>
            <source>{status}, followed with {method} to {url}</source>
            <translation>{status}, seguida con {method} a {url}</translation>
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
        <name>replies</name>
        <message>
            <source>200 OK, as always</source>
            <translation>200 OK, como siempre</translation>
        </message>
        <message>
            <source>200 after 15 seconds: does it give up?</source>
            <translation>200 tras 15 segundos: ¿se rinde?</translation>
        </message>
        <message>
            <source>200, byte by byte over 10 seconds</source>
            <translation>200, byte a byte durante 10 segundos</translation>
        </message>
        <message>
            <source>201 Created</source>
            <translation>201 Created</translation>
        </message>
        <message>
            <source>204, without a body</source>
            <translation>204, sin cuerpo</translation>
        </message>
        <message>
            <source>30 of 100 fail</source>
            <translation>fallan 30 de 100</translation>
        </message>
        <message>
            <source>401 Unauthorized</source>
            <translation>401 Unauthorized</translation>
        </message>
        <message>
            <source>401 to whatever has no valid signature</source>
            <translation>401 a lo que no tenga una firma válida</translation>
        </message>
        <message>
            <source>410 Gone: does it stop sending?</source>
            <translation>410 Gone: ¿deja de enviar?</translation>
        </message>
        <message>
            <source>429 with Retry-After: does it slow down?</source>
            <translation>429 con Retry-After: ¿va más despacio?</translation>
        </message>
        <message>
            <source>500 twice, then 200: does the sender try again?</source>
            <translation>500 dos veces, luego 200: ¿lo reintenta quien envía?</translation>
        </message>
        <message>
            <source>503 with Retry-After: does it wait?</source>
            <translation>503 con Retry-After: ¿espera?</translation>
        </message>
        <message>
            <source>After {time} the connection is reset. Nothing goes out.</source>
            <translation>Tras {time} se corta la conexión. No sale nada.</translation>
        </message>
        <message>
            <source>After {time}:</source>
            <translation>Tras {time}:</translation>
        </message>
        <message>
            <source>CORS</source>
            <translation>CORS</translation>
        </message>
        <message>
            <source>No answer: the connection is reset</source>
            <translation>Sin respuesta: se corta la conexión</translation>
        </message>
        <message>
            <source>The connection is reset at once. Nothing goes out.</source>
            <translation>La conexión se corta enseguida. No sale nada.</translation>
        </message>
        <message>
            <source>The head at once, the body in small pieces over {time}:</source>
            <translation>El encabezado enseguida, el cuerpo en trozos pequeños durante {time}:</translation>
        </message>
        <message>
            <source>connection reset</source>
            <translation>conexión cortada</translation>
        </message>
        <message>
            <source>drip</source>
            <translation>goteo</translation>
        </message>
        <message>
            <source>reset</source>
            <translation>corte</translation>
        </message>
        <message>
            <source>then {answer}</source>
            <translation>luego {answer}</translation>
        </message>
        <message>
            <source>web pages may read it</source>
            <translation>las páginas web pueden leerla</translation>
        </message>
        <message>
            <source>{answer} after {time}</source>
            <translation>{answer} tras {time}</translation>
        </message>
        <message numerus="yes">
            <source>{answer} · %n time(s)</source>
            <translation>
                <numerusform>{answer} · %n vez</numerusform>
                <numerusform>{answer} · %n veces</numerusform>
            </translation>
        </message>
        <message>
            <source>{answer} · from then on</source>
            <translation>{answer} · a partir de ahí</translation>
        </message>
        <message numerus="yes">
            <source>{answer}, %n time(s)</source>
            <translation>
                <numerusform>{answer}, %n vez</numerusform>
                <numerusform>{answer}, %n veces</numerusform>
            </translation>
        </message>
        <message>
            <source>{answer}, dripping for {time}</source>
            <translation>{answer}, goteando durante {time}</translation>
        </message>
        <message>
            <source>{percent} % get {answer}</source>
            <translation>el {percent} % recibe {answer}</translation>
        </message>
        <message>
            <source>{status} without a valid signature</source>
            <translation>{status} sin firma válida</translation>
        </message>
    </context>
    <context>
        <name>resend</name>
        <message numerus="yes">
            <source>%n answered as expected</source>
            <translation>
                <numerusform>%n respondió lo esperado</numerusform>
                <numerusform>%n respondieron lo esperado</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be sent</source>
            <translation>
                <numerusform>%n no se pudo enviar</numerusform>
                <numerusform>%n no se pudieron enviar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n falló</numerusform>
                <numerusform>%n fallaron</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancelled; nothing was sent</source>
            <translation>Cancelado; no se envió nada</translation>
        </message>
        <message>
            <source>No webhook is chosen.</source>
            <translation>No hay ningún webhook elegido.</translation>
        </message>
        <message numerus="yes">
            <source>Sending %n webhook(s) to {target}</source>
            <translation>
                <numerusform>Enviando %n webhook a {target}</numerusform>
                <numerusform>Enviando %n webhooks a {target}</numerusform>
            </translation>
        </message>
        <message>
            <source>Show the attempt</source>
            <translation>Ver el intento</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelado</translation>
        </message>
        <message numerus="yes">
            <source>stopped at the first failure, %n not sent</source>
            <translation>
                <numerusform>se detuvo en el primer fallo, %n sin enviar</numerusform>
                <numerusform>se detuvo en el primer fallo, %n sin enviar</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} of {total} sent to {target}</source>
            <translation>{count} de {total} enviados a {target}</translation>
        </message>
    </context>
    <context>
        <name>rule</name>
        <message>
            <source>(the URL is the secret)</source>
            <translation>(la URL es el secreto)</translation>
        </message>
        <message>
            <source>0 for the usual one.</source>
            <translation>0 para el habitual.</translation>
        </message>
        <message>
            <source>A name without a folder lies beside the workspace.</source>
            <translation>Un nombre sin carpeta queda junto al espacio de trabajo.</translation>
        </message>
        <message>
            <source>A program on this machine, with the body on its standard input</source>
            <translation>Un programa de este equipo, con el cuerpo en su entrada estándar</translation>
        </message>
        <message>
            <source>A target’s name, or a URL.</source>
            <translation>El nombre de un destino, o una URL.</translation>
        </message>
        <message>
            <source>A text that is one {{ value }} and nothing else becomes the value itself.</source>
            <translation>Un texto que es un solo {{ valor }} se convierte en el valor mismo.</translation>
        </message>
        <message>
            <source>Access token</source>
            <translation>Token de acceso</translation>
        </message>
        <message>
            <source>Add tags to the webhook</source>
            <translation>Añadir etiquetas al webhook</translation>
        </message>
        <message>
            <source>Answers to</source>
            <translation>Respuestas a</translation>
        </message>
        <message>
            <source>Append to a CSV or NDJSON file, or write to an SQLite table</source>
            <translation>Añadir a un archivo CSV o NDJSON, o escribir en una tabla SQLite</translation>
        </message>
        <message>
            <source>Block Kit, as JSON.</source>
            <translation>Block Kit, como JSON.</translation>
        </message>
        <message>
            <source>Blocks</source>
            <translation>Bloques</translation>
        </message>
        <message>
            <source>Call any API, with a body made from the webhook</source>
            <translation>Llamar a cualquier API, con un cuerpo hecho a partir del webhook</translation>
        </message>
        <message>
            <source>Copy to</source>
            <translation>Copia a</translation>
        </message>
        <message>
            <source>Desktop notification</source>
            <translation>Notificación de escritorio</translation>
        </message>
        <message>
            <source>Discord message</source>
            <translation>Mensaje de Discord</translation>
        </message>
        <message>
            <source>Empty: the workspace’s.</source>
            <translation>Vacío: la del espacio de trabajo.</translation>
        </message>
        <message>
            <source>Encryption</source>
            <translation>Cifrado</translation>
        </message>
        <message>
            <source>Every matching webhook will run, on this machine and with your rights:

{commands}

What stands in {{ }} comes from the webhook. A change of the command asks again.</source>
            <translation>Cada webhook que la cumpla ejecutará, en este equipo y con tus permisos:

{commands}

Lo que está entre {{ }} viene del webhook. Si cambia la orden, se vuelve a preguntar.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Formato</translation>
        </message>
        <message>
            <source>Forward to a target</source>
            <translation>Reenviar a un destino</translation>
        </message>
        <message>
            <source>From</source>
            <translation>De</translation>
        </message>
        <message>
            <source>HTML</source>
            <translation>HTML</translation>
        </message>
        <message>
            <source>HTTP request</source>
            <translation>Petición HTTP</translation>
        </message>
        <message>
            <source>Headers</source>
            <translation>Cabeceras</translation>
        </message>
        <message>
            <source>Hidden copy to</source>
            <translation>Copia oculta a</translation>
        </message>
        <message>
            <source>If the server wants one.</source>
            <translation>Si el servidor lo pide.</translation>
        </message>
        <message>
            <source>In an SQLite database.</source>
            <translation>En una base de datos SQLite.</translation>
        </message>
        <message>
            <source>In place of a JSON body.</source>
            <translation>En lugar de un cuerpo JSON.</translation>
        </message>
        <message>
            <source>Its name only: the secret itself is kept apart.</source>
            <translation>Solo su nombre: el secreto se guarda aparte.</translation>
        </message>
        <message>
            <source>JSON body</source>
            <translation>Cuerpo JSON</translation>
        </message>
        <message>
            <source>Keep it for those who are not there now</source>
            <translation>Conservarlo para quien no esté ahora</translation>
        </message>
        <message>
            <source>Key columns</source>
            <translation>Columnas clave</translation>
        </message>
        <message>
            <source>Let the rule {name} run a program?</source>
            <translation>¿Dejar que la regla {name} ejecute un programa?</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>Mark as read</source>
            <translation>Marcar como leído</translation>
        </message>
        <message>
            <source>Message to a broker</source>
            <translation>Mensaje a un broker</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Método</translation>
        </message>
        <message>
            <source>One a line, Name: value.</source>
            <translation>Una por línea, Nombre: valor.</translation>
        </message>
        <message>
            <source>One a line: a row with the same values is updated. SQLite only.</source>
            <translation>Una por línea: se actualiza la fila con los mismos valores. Solo SQLite.</translation>
        </message>
        <message>
            <source>One address a line, such as {{ body.email }}.</source>
            <translation>Una dirección por línea, como {{ body.email }}.</translation>
        </message>
        <message>
            <source>One address a line.</source>
            <translation>Una dirección por línea.</translation>
        </message>
        <message>
            <source>One column a line, name: value.</source>
            <translation>Una columna por línea, nombre: valor.</translation>
        </message>
        <message>
            <source>One word a line.</source>
            <translation>Una palabra por línea.</translation>
        </message>
        <message>
            <source>Other service</source>
            <translation>Otro servicio</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>Pin</source>
            <translation>Fijar</translation>
        </message>
        <message>
            <source>Pin the webhook, so that it stays</source>
            <translation>Fijar el webhook, para que se quede</translation>
        </message>
        <message>
            <source>Play a sound</source>
            <translation>Hacer sonar un aviso</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>Puerto</translation>
        </message>
        <message>
            <source>Post through a channel’s webhook</source>
            <translation>Publicar mediante el webhook de un canal</translation>
        </message>
        <message>
            <source>Post through a workflow’s webhook</source>
            <translation>Publicar mediante el webhook de un flujo</translation>
        </message>
        <message>
            <source>Post to a channel through its incoming webhook</source>
            <translation>Publicar en un canal mediante su webhook de entrada</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programa</translation>
        </message>
        <message>
            <source>Publish to MQTT, Redis, NATS or RabbitMQ, if the client for it is installed</source>
            <translation>Publicar en MQTT, Redis, NATS o RabbitMQ, si está instalado su cliente</translation>
        </message>
        <message>
            <source>Publish to a topic, which reaches your phone</source>
            <translation>Publicar en un tema, que llega a tu teléfono</translation>
        </message>
        <message>
            <source>Retained (MQTT), in a stream (Redis, NATS), persistent (RabbitMQ).</source>
            <translation>Retenido (MQTT), en un stream (Redis, NATS), persistente (RabbitMQ).</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Fila</translation>
        </message>
        <message>
            <source>Row in a table</source>
            <translation>Fila de una tabla</translation>
        </message>
        <message>
            <source>Run a program</source>
            <translation>Ejecutar un programa</translation>
        </message>
        <message>
            <source>Run it from now on</source>
            <translation>Ejecutarlo desde ahora</translation>
        </message>
        <message>
            <source>SMTP server</source>
            <translation>Servidor SMTP</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>Secreto</translation>
        </message>
        <message>
            <source>Secret goes as</source>
            <translation>El secreto va como</translation>
        </message>
        <message>
            <source>Secret with the URL</source>
            <translation>Secreto con la URL</translation>
        </message>
        <message>
            <source>Send a mail through any SMTP server</source>
            <translation>Enviar un correo por cualquier servidor SMTP</translation>
        </message>
        <message>
            <source>Send the webhook on, again until it is taken</source>
            <translation>Reenviar el webhook, hasta que lo acepten</translation>
        </message>
        <message>
            <source>Sent beside the text. Inserted values are escaped.</source>
            <translation>Se envía junto al texto. Los valores insertados se escapan.</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <source>Show a notification here, with a sound if you like</source>
            <translation>Mostrar aquí una notificación, con sonido si quieres</translation>
        </message>
        <message>
            <source>Slack message</source>
            <translation>Mensaje de Slack</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Asunto</translation>
        </message>
        <message>
            <source>Such as Shop &lt;shop@example.com&gt;.</source>
            <translation>Por ejemplo, Tienda &lt;tienda@example.com&gt;.</translation>
        </message>
        <message>
            <source>TLS from the start</source>
            <translation>TLS desde el principio</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Etiqueta</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Etiquetas</translation>
        </message>
        <message>
            <source>Take the dot from the webhook</source>
            <translation>Quitar el punto del webhook</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Destino</translation>
        </message>
        <message>
            <source>Teams message</source>
            <translation>Mensaje de Teams</translation>
        </message>
        <message>
            <source>Telegram, Matrix, Pushover and others, through the apprise library if it is installed</source>
            <translation>Telegram, Matrix, Pushover y otros, con la biblioteca apprise si está instalada</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>Text body</source>
            <translation>Cuerpo de texto</translation>
        </message>
        <message>
            <source>The incoming webhook’s URL is a secret: keep it under a name.</source>
            <translation>La URL del webhook de entrada es un secreto: guárdala con un nombre.</translation>
        </message>
        <message>
            <source>The program, then one argument a line. There is no shell.</source>
            <translation>El programa, y después un argumento por línea. No hay shell.</translation>
        </message>
        <message>
            <source>The service’s apprise URL, such as tgram://…, kept under a name.</source>
            <translation>La URL de apprise del servicio, como tgram://…, guardada con un nombre.</translation>
        </message>
        <message>
            <source>The user’s name for “basic”, the header’s name for “header”.</source>
            <translation>El usuario para «contraseña», el nombre de la cabecera para «cabecera propia».</translation>
        </message>
        <message>
            <source>Through: {server}, encryption {security}</source>
            <translation>Por: {server}, cifrado {security}</translation>
        </message>
        <message>
            <source>Time limit, seconds</source>
            <translation>Límite de tiempo, segundos</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Para</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Topic, channel or subject; for RabbitMQ a queue, or exchange/routing key.</source>
            <translation>Tema, canal o asunto; en RabbitMQ una cola, o exchange/clave de enrutado.</translation>
        </message>
        <message>
            <source>Topic’s URL</source>
            <translation>URL del tema</translation>
        </message>
        <message>
            <source>URL</source>
            <translation>URL</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Usuario</translation>
        </message>
        <message>
            <source>User or header</source>
            <translation>Usuario o cabecera</translation>
        </message>
        <message>
            <source>Where to, http or https.</source>
            <translation>Adónde, http o https.</translation>
        </message>
        <message>
            <source>Whoever has it can post; better keep it as a secret.</source>
            <translation>Quien la tenga puede publicar; mejor guárdala como secreto.</translation>
        </message>
        <message>
            <source>With the secret {name}</source>
            <translation>Con el secreto {name}</translation>
        </message>
        <message>
            <source>Working folder</source>
            <translation>Carpeta de trabajo</translation>
        </message>
        <message>
            <source>a header of its own</source>
            <translation>una cabecera propia</translation>
        </message>
        <message>
            <source>any webhook</source>
            <translation>ningún webhook</translation>
        </message>
        <message>
            <source>as the server needs it</source>
            <translation>según el servidor</translation>
        </message>
        <message>
            <source>bearer token</source>
            <translation>token bearer</translation>
        </message>
        <message>
            <source>by the file’s ending</source>
            <translation>según la extensión del archivo</translation>
        </message>
        <message>
            <source>every webhook</source>
            <translation>todos los webhooks</translation>
        </message>
        <message>
            <source>has not run yet</source>
            <translation>aún no se ha ejecutado</translation>
        </message>
        <message>
            <source>last run {age}</source>
            <translation>última ejecución {age}</translation>
        </message>
        <message>
            <source>mqtt://, redis://, nats:// or amqp:// with the host, perhaps user@host; mqtts:// and so on for TLS.</source>
            <translation>mqtt://, redis://, nats:// o amqp:// con el servidor, si hace falta usuario@servidor; mqtts://, etc. para TLS.</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ninguno</translation>
        </message>
        <message>
            <source>ntfy message</source>
            <translation>Mensaje de ntfy</translation>
        </message>
        <message>
            <source>password (basic)</source>
            <translation>contraseña (basic)</translation>
        </message>
        <message>
            <source>the URL itself</source>
            <translation>la URL misma</translation>
        </message>
        <message>
            <source>{action} (for each of {array})</source>
            <translation>{action} (para cada uno de {array})</translation>
        </message>
        <message>
            <source>{minutes} min without {query}</source>
            <translation>{minutes} min sin {query}</translation>
        </message>
        <message>
            <source>{{ text }} is the webhook’s body as it came.</source>
            <translation>{{ text }} es el cuerpo del webhook tal como llegó.</translation>
        </message>
        <message numerus="yes">
            <source>✕ %n given up</source>
            <translation>
                <numerusform>✕ %n abandonado</numerusform>
                <numerusform>✕ %n abandonados</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>run</name>
        <message numerus="yes">
            <source>%n queued again</source>
            <translation>
                <numerusform>%n de nuevo en la cola</numerusform>
                <numerusform>%n de nuevo en la cola</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n try(ies)</source>
            <translation>
                <numerusform>%n intento</numerusform>
                <numerusform>%n intentos</numerusform>
            </translation>
        </message>
        <message>
            <source>A rendered value cannot be used.</source>
            <translation>Un valor resultante no se puede usar.</translation>
        </message>
        <message>
            <source>Garfio ended in the middle of it; it may have been done.</source>
            <translation>Garfio terminó a medias; puede que se haya hecho.</translation>
        </message>
        <message>
            <source>Garfio itself has sent this webhook: the rule would go round in circles.</source>
            <translation>El propio Garfio envió este webhook: la regla daría vueltas en círculo.</translation>
        </message>
        <message>
            <source>More came in a minute than the rule allows.</source>
            <translation>Llegaron más en un minuto de lo que la regla permite.</translation>
        </message>
        <message>
            <source>Next try at {time}.</source>
            <translation>Próximo intento a las {time}.</translation>
        </message>
        <message>
            <source>Queued for the target; the attempts show the rest.</source>
            <translation>En la cola del destino; los intentos muestran el resto.</translation>
        </message>
        <message>
            <source>The answer was {status}.</source>
            <translation>La respuesta fue {status}.</translation>
        </message>
        <message>
            <source>The apprise library is not installed: pip install apprise.</source>
            <translation>La biblioteca apprise no está instalada: pip install apprise.</translation>
        </message>
        <message>
            <source>The broker cannot be reached.</source>
            <translation>No se puede llegar al broker.</translation>
        </message>
        <message>
            <source>The broker does not take it.</source>
            <translation>El broker no lo acepta.</translation>
        </message>
        <message>
            <source>The client for this broker is not installed. Install it beside Garfio:</source>
            <translation>El cliente de este broker no está instalado. Instálalo junto a Garfio:</translation>
        </message>
        <message>
            <source>The file cannot be written.</source>
            <translation>No se puede escribir en el archivo.</translation>
        </message>
        <message>
            <source>The mail server cannot be reached.</source>
            <translation>No se puede alcanzar el servidor de correo.</translation>
        </message>
        <message>
            <source>The mail server did not take every address.</source>
            <translation>El servidor de correo no aceptó todas las direcciones.</translation>
        </message>
        <message>
            <source>The mail server does not accept the user or the password.</source>
            <translation>El servidor de correo no acepta el usuario o la contraseña.</translation>
        </message>
        <message>
            <source>The mail server does not offer what is asked of it.</source>
            <translation>El servidor de correo no ofrece lo que se le pide.</translation>
        </message>
        <message>
            <source>The mail server has taken it.</source>
            <translation>El servidor de correo lo ha aceptado.</translation>
        </message>
        <message>
            <source>The mail server refused it with {status}.</source>
            <translation>El servidor de correo lo rechazó con {status}.</translation>
        </message>
        <message>
            <source>The program could not be started.</source>
            <translation>No se pudo iniciar el programa.</translation>
        </message>
        <message>
            <source>The program ended with {status}.</source>
            <translation>El programa terminó con {status}.</translation>
        </message>
        <message>
            <source>The program took too long and was ended.</source>
            <translation>El programa tardó demasiado y se detuvo.</translation>
        </message>
        <message>
            <source>The rule was switched off before this was done.</source>
            <translation>La regla se desactivó antes de hacerlo.</translation>
        </message>
        <message>
            <source>The same delivery had triggered the rule before.</source>
            <translation>La misma entrega ya había disparado la regla.</translation>
        </message>
        <message>
            <source>The secret is no URL of a service that apprise knows.</source>
            <translation>El secreto no es una URL de un servicio que apprise conozca.</translation>
        </message>
        <message>
            <source>The secret that it names is not at hand. Enter it in the rule.</source>
            <translation>El secreto que nombra no está disponible. Introdúcelo en la regla.</translation>
        </message>
        <message>
            <source>The server’s certificate comes from an authority that this computer does not know. Add that to the system’s certificates, or name its file in SSL_CERT_FILE.</source>
            <translation>El certificado del servidor procede de una autoridad que este equipo no conoce. Añádela a los certificados del sistema o indica su archivo en SSL_CERT_FILE.</translation>
        </message>
        <message>
            <source>The server’s certificate has expired.</source>
            <translation>El certificado del servidor ha caducado.</translation>
        </message>
        <message>
            <source>The server’s certificate is for another name. Write the server’s name as the certificate has it.</source>
            <translation>El certificado del servidor es para otro nombre. Escribe el nombre del servidor tal como aparece en el certificado.</translation>
        </message>
        <message>
            <source>The server’s certificate is not valid yet; is this computer’s clock right?</source>
            <translation>El certificado del servidor todavía no es válido; ¿está bien el reloj de este equipo?</translation>
        </message>
        <message>
            <source>The server’s certificate is signed by itself. Add it to the system’s certificates, or name its file in SSL_CERT_FILE.</source>
            <translation>El certificado del servidor está firmado por sí mismo. Añádelo a los certificados del sistema o indica su archivo en SSL_CERT_FILE.</translation>
        </message>
        <message>
            <source>The service did not take the message.</source>
            <translation>El servicio no aceptó el mensaje.</translation>
        </message>
        <message>
            <source>The webhook has been deleted.</source>
            <translation>El webhook se ha eliminado.</translation>
        </message>
        <message>
            <source>The workspace’s own files take no rows. Choose another file.</source>
            <translation>Los archivos del propio espacio de trabajo no admiten filas. Elige otro.</translation>
        </message>
        <message>
            <source>There is no such program on this machine.</source>
            <translation>No hay tal programa en este equipo.</translation>
        </message>
        <message>
            <source>Too many webhooks were waiting for this rule already.</source>
            <translation>Ya esperaban demasiados webhooks a esta regla.</translation>
        </message>
        <message>
            <source>the whole rule</source>
            <translation>la regla entera</translation>
        </message>
        <message>
            <source>– left out</source>
            <translation>– omitido</translation>
        </message>
        <message>
            <source>… under way</source>
            <translation>… en curso</translation>
        </message>
        <message>
            <source>◷ waiting</source>
            <translation>◷ en espera</translation>
        </message>
        <message>
            <source>✓ done</source>
            <translation>✓ hecho</translation>
        </message>
        <message>
            <source>✕ given up</source>
            <translation>✕ abandonado</translation>
        </message>
    </context>
    <context>
        <name>schema</name>
        <message>
            <source>All other events</source>
            <translation>Todos los demás eventos</translation>
        </message>
        <message>
            <source>checked against {file}</source>
            <translation>se comprueba con {file}</translation>
        </message>
        <message numerus="yes">
            <source>learned from %n delivery(s)</source>
            <translation>
                <numerusform>aprendido de %n entrega</numerusform>
                <numerusform>aprendido de %n entregas</numerusform>
            </translation>
        </message>
        <message>
            <source>{path}: not {types}</source>
            <translation>{path}: no es {types}</translation>
        </message>
        <message>
            <source>{path}: {names} is missing</source>
            <translation>{path}: falta {names}</translation>
        </message>
        <message>
            <source>{path}: {names} is not allowed</source>
            <translation>{path}: {names} no está permitido</translation>
        </message>
    </context>
    <context>
        <name>secret</name>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n carácter</numerusform>
                <numerusform>%n caracteres</numerusform>
            </translation>
        </message>
        <message>
            <source>API key</source>
            <translation>clave de API</translation>
        </message>
        <message>
            <source>API key or app secret</source>
            <translation>clave de API o secreto de la app</translation>
        </message>
        <message>
            <source>API key with the webhook badge</source>
            <translation>clave de API con la marca webhook</translation>
        </message>
        <message>
            <source>API secret</source>
            <translation>secreto de la API</translation>
        </message>
        <message>
            <source>Apple Root CA - G3 certificate (PEM)</source>
            <translation>certificado Apple Root CA - G3 (PEM)</translation>
        </message>
        <message>
            <source>Ed25519 public key</source>
            <translation>clave pública Ed25519</translation>
        </message>
        <message>
            <source>HMAC key</source>
            <translation>clave HMAC</translation>
        </message>
        <message>
            <source>HMAC key of Connect</source>
            <translation>clave HMAC de Connect</translation>
        </message>
        <message>
            <source>HTTP webhook signing key</source>
            <translation>clave de firma del webhook HTTP</translation>
        </message>
        <message>
            <source>IPN secret</source>
            <translation>secreto de IPN</translation>
        </message>
        <message>
            <source>JWK set of the domain</source>
            <translation>conjunto de claves JWK del dominio</translation>
        </message>
        <message>
            <source>JWS secret token</source>
            <translation>token secreto JWS</translation>
        </message>
        <message>
            <source>OAuth client secret</source>
            <translation>secreto de cliente OAuth</translation>
        </message>
        <message>
            <source>OAuth client secret, or the webhook's own secret</source>
            <translation>secreto de cliente OAuth, o el propio del webhook</translation>
        </message>
        <message>
            <source>SHA-256 digest of the secret</source>
            <translation>hash SHA-256 del secreto</translation>
        </message>
        <message>
            <source>Secret Token of the app</source>
            <translation>token secreto (Secret Token) de la app</translation>
        </message>
        <message>
            <source>X-Hook-Secret of the handshake</source>
            <translation>X-Hook-Secret de la comprobación</translation>
        </message>
        <message>
            <source>access key</source>
            <translation>clave de acceso</translation>
        </message>
        <message>
            <source>access token</source>
            <translation>token de acceso</translation>
        </message>
        <message>
            <source>account signature secret</source>
            <translation>secreto de firma de la cuenta</translation>
        </message>
        <message>
            <source>account token</source>
            <translation>token de la cuenta</translation>
        </message>
        <message>
            <source>app client secret (API secret key)</source>
            <translation>secreto de cliente de la app (API secret key)</translation>
        </message>
        <message>
            <source>app key and app secret</source>
            <translation>clave y secreto de la app</translation>
        </message>
        <message>
            <source>app secret</source>
            <translation>secreto de la app</translation>
        </message>
        <message>
            <source>app secret (and the verify token for the endpoint check)</source>
            <translation>secreto de la app (y el verify token para la comprobación del endpoint)</translation>
        </message>
        <message>
            <source>application public key</source>
            <translation>clave pública de la aplicación</translation>
        </message>
        <message>
            <source>auth token</source>
            <translation>token de autenticación</translation>
        </message>
        <message>
            <source>auth token of the account</source>
            <translation>token de autenticación de la cuenta</translation>
        </message>
        <message>
            <source>bot auth token</source>
            <translation>token de autenticación del bot</translation>
        </message>
        <message>
            <source>client ID</source>
            <translation>ID de cliente</translation>
        </message>
        <message>
            <source>client secret</source>
            <translation>secreto de cliente</translation>
        </message>
        <message>
            <source>client secret (and the verification token)</source>
            <translation>secreto de cliente (y el token de verificación)</translation>
        </message>
        <message>
            <source>client secret + &amp;</source>
            <translation>secreto de cliente + &amp;</translation>
        </message>
        <message>
            <source>client secret of the app</source>
            <translation>secreto de cliente de la app</translation>
        </message>
        <message>
            <source>client secret or webhook signing key</source>
            <translation>secreto de cliente o clave de firma del webhook</translation>
        </message>
        <message>
            <source>consumer secret</source>
            <translation>secreto de consumidor (consumer secret)</translation>
        </message>
        <message>
            <source>current or next signing key</source>
            <translation>clave de firma actual o siguiente</translation>
        </message>
        <message>
            <source>endpoint secret key (pdl_ntfset_…)</source>
            <translation>clave secreta del endpoint (pdl_ntfset_…)</translation>
        </message>
        <message>
            <source>from the environment</source>
            <translation>del entorno</translation>
        </message>
        <message>
            <source>from {day}</source>
            <translation>desde {day}</translation>
        </message>
        <message>
            <source>hash key</source>
            <translation>clave de hash</translation>
        </message>
        <message>
            <source>live</source>
            <translation>producción</translation>
        </message>
        <message>
            <source>master API token</source>
            <translation>token maestro de la API</translation>
        </message>
        <message>
            <source>part after : of the API key whose id is in X-Ably-Key</source>
            <translation>parte tras : de la clave de API cuyo id está en X-Ably-Key</translation>
        </message>
        <message>
            <source>primary and secondary key</source>
            <translation>clave primaria y secundaria</translation>
        </message>
        <message>
            <source>private key</source>
            <translation>clave privada</translation>
        </message>
        <message>
            <source>public and private key</source>
            <translation>clave pública y privada</translation>
        </message>
        <message>
            <source>public key</source>
            <translation>clave pública</translation>
        </message>
        <message>
            <source>public key (PEM or JWK set)</source>
            <translation>clave pública (PEM o conjunto JWK)</translation>
        </message>
        <message>
            <source>public key (and the verification token)</source>
            <translation>clave pública (y el token de verificación)</translation>
        </message>
        <message>
            <source>public key of the account</source>
            <translation>clave pública de la cuenta</translation>
        </message>
        <message>
            <source>public key of the app</source>
            <translation>clave pública de la app</translation>
        </message>
        <message>
            <source>public key of the region</source>
            <translation>clave pública de la región</translation>
        </message>
        <message>
            <source>public key of the server</source>
            <translation>clave pública del servidor</translation>
        </message>
        <message>
            <source>public key or shared key</source>
            <translation>clave pública o clave compartida</translation>
        </message>
        <message>
            <source>secret API key</source>
            <translation>clave secreta de API</translation>
        </message>
        <message>
            <source>secret in the URL</source>
            <translation>secreto en la URL</translation>
        </message>
        <message>
            <source>secret in the webhook's URL</source>
            <translation>secreto en la URL del webhook</translation>
        </message>
        <message>
            <source>secret key</source>
            <translation>clave secreta</translation>
        </message>
        <message>
            <source>secret of the destination</source>
            <translation>secreto del destino</translation>
        </message>
        <message>
            <source>secret token or signing token</source>
            <translation>token secreto o token de firma</translation>
        </message>
        <message>
            <source>server key</source>
            <translation>clave del servidor</translation>
        </message>
        <message>
            <source>shared key</source>
            <translation>clave compartida</translation>
        </message>
        <message>
            <source>shared secret</source>
            <translation>secreto compartido</translation>
        </message>
        <message>
            <source>shared secret of the installation</source>
            <translation>secreto compartido de la instalación</translation>
        </message>
        <message>
            <source>shared token</source>
            <translation>token compartido</translation>
        </message>
        <message>
            <source>shop secret</source>
            <translation>secreto de la tienda</translation>
        </message>
        <message>
            <source>signature key of the subscription</source>
            <translation>clave de firma de la suscripción</translation>
        </message>
        <message>
            <source>signing certificate</source>
            <translation>certificado de firma</translation>
        </message>
        <message>
            <source>signing key</source>
            <translation>clave de firma</translation>
        </message>
        <message>
            <source>signing key or JWK set</source>
            <translation>clave de firma o conjunto JWK</translation>
        </message>
        <message>
            <source>signing secret</source>
            <translation>secreto de firma</translation>
        </message>
        <message>
            <source>signing secret (whsec_…)</source>
            <translation>secreto de firma (whsec_…)</translation>
        </message>
        <message>
            <source>signing secret (whsec_…) or public key (whpk_…)</source>
            <translation>secreto de firma (whsec_…) o clave pública (whpk_…)</translation>
        </message>
        <message>
            <source>signing secret or user:password</source>
            <translation>secreto de firma o usuario:contraseña</translation>
        </message>
        <message>
            <source>signing token</source>
            <translation>token de firma</translation>
        </message>
        <message>
            <source>test</source>
            <translation>pruebas</translation>
        </message>
        <message>
            <source>token</source>
            <translation>token</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>hasta {day}</translation>
        </message>
        <message>
            <source>user:password</source>
            <translation>usuario:contraseña</translation>
        </message>
        <message>
            <source>verification key (JWK)</source>
            <translation>clave de verificación (JWK)</translation>
        </message>
        <message>
            <source>verification key (public key)</source>
            <translation>clave de verificación (clave pública)</translation>
        </message>
        <message>
            <source>verification token from the handshake</source>
            <translation>token de verificación de la comprobación</translation>
        </message>
        <message>
            <source>verifier</source>
            <translation>verificador</translation>
        </message>
        <message>
            <source>verifier token</source>
            <translation>token verificador</translation>
        </message>
        <message>
            <source>verify token</source>
            <translation>token de verificación</translation>
        </message>
        <message>
            <source>webhook authentication key</source>
            <translation>clave de autenticación del webhook</translation>
        </message>
        <message>
            <source>webhook id</source>
            <translation>id del webhook</translation>
        </message>
        <message>
            <source>webhook key (PEM)</source>
            <translation>clave del webhook (PEM)</translation>
        </message>
        <message>
            <source>webhook secret</source>
            <translation>secreto del webhook</translation>
        </message>
        <message>
            <source>webhook signature key, or the integration's secret key</source>
            <translation>clave de firma del webhook, o la clave secreta de la integración</translation>
        </message>
        <message>
            <source>webhook token</source>
            <translation>token del webhook</translation>
        </message>
        <message>
            <source>{owner}'s JWK set</source>
            <translation>conjunto de claves JWK de {owner}</translation>
        </message>
        <message>
            <source>{owner}'s public key</source>
            <translation>clave pública de {owner}</translation>
        </message>
    </context>
    <context>
        <name>setup</name>
        <message>
            <source>Check of the address: {text}</source>
            <translation>Comprobación de la dirección: {text}</translation>
        </message>
        <message>
            <source>Copy the {secret} that it publishes, and paste it here.</source>
            <translation>Copia lo que publica ({secret}) y pégalo aquí.</translation>
        </message>
        <message>
            <source>Copy the {secret} that it shows, and paste it here.</source>
            <translation>Copia lo que muestra ({secret}) y pégalo aquí.</translation>
        </message>
        <message>
            <source>Events to choose: {text}</source>
            <translation>Eventos que elegir: {text}</translation>
        </message>
        <message>
            <source>Further tries: {text}</source>
            <translation>Reintentos: {text}</translation>
        </message>
        <message>
            <source>In {provider}’s console, enter {url} as the address of the webhook.</source>
            <translation>En la consola de {provider}, introduce {url} como dirección del webhook.</translation>
        </message>
        <message>
            <source>It gives up when there is no answer within {seconds} s.</source>
            <translation>Se rinde si no hay respuesta en {seconds} s.</translation>
        </message>
        <message>
            <source>It signs nothing: end the address with a value that nobody can guess, and paste that here.</source>
            <translation>No firma nada: termina la dirección con un valor que nadie pueda adivinar y pégalo aquí.</translation>
        </message>
        <message>
            <source>Not confirmed from its documents: {list}.</source>
            <translation>Sin confirmar en sus documentos: {list}.</translation>
        </message>
        <message>
            <source>Send a test event from there, or cause one.</source>
            <translation>Envía desde allí un evento de prueba, o provoca uno.</translation>
        </message>
        <message>
            <source>Switching off: {text}</source>
            <translation>Desactivación: {text}</translation>
        </message>
        <message>
            <source>You took {took}; {provider} gives up after {limit} s</source>
            <translation>Tardaste {took}; {provider} se rinde a los {limit} s</translation>
        </message>
        <message>
            <source>further tries</source>
            <translation>reintentos</translation>
        </message>
        <message>
            <source>how long it waits for an answer</source>
            <translation>cuánto espera la respuesta</translation>
        </message>
        <message>
            <source>switching off</source>
            <translation>desactivación</translation>
        </message>
    </context>
    <context>
        <name>shape</name>
        <message>
            <source>Forget what {event} looks like?</source>
            <translation>¿Olvidar cómo es {event}?</translation>
        </message>
        <message>
            <source>It is learned again from the next ones; those that are here stay as they are.</source>
            <translation>Se aprende otra vez de las próximas; las que ya están aquí quedan como están.</translation>
        </message>
        <message numerus="yes">
            <source>It was learned from %n delivery(s).</source>
            <translation>
                <numerusform>Se aprendió de %n entrega.</numerusform>
                <numerusform>Se aprendió de %n entregas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Learn anew</source>
            <translation>Aprender de nuevo</translation>
        </message>
        <message>
            <source>Nothing is known of this event type yet</source>
            <translation>Aún no se sabe nada de este tipo de evento</translation>
        </message>
        <message>
            <source>Schemas belong to an endpoint; add one for this path</source>
            <translation>Los esquemas son de un endpoint; añade uno para esta ruta</translation>
        </message>
        <message>
            <source>or</source>
            <translation>o</translation>
        </message>
        <message>
            <source>the whole body</source>
            <translation>el cuerpo entero</translation>
        </message>
        <message>
            <source>{event} is learned anew</source>
            <translation>{event} se aprende de nuevo</translation>
        </message>
        <message>
            <source>{path}: missing, always there so far ({type})</source>
            <translation>{path}: falta, hasta ahora siempre estaba ({type})</translation>
        </message>
        <message>
            <source>{path}: new ({type})</source>
            <translation>{path}: nuevo ({type})</translation>
        </message>
        <message>
            <source>{path}: {seen}, so far {known}</source>
            <translation>{path}: {seen}, hasta ahora {known}</translation>
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
        <name>table</name>
        <message>
            <source>File name</source>
            <translation>Nombre del archivo</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>N.º</translation>
        </message>
        <message>
            <source>Shown as</source>
            <translation>Se muestra como</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
    </context>
    <context>
        <name>targets</name>
        <message>
            <source>follow, at most {count}</source>
            <translation>seguirlas, {count} como máximo</translation>
        </message>
        <message>
            <source>show them, do not follow</source>
            <translation>mostrarlas, sin seguirlas</translation>
        </message>
        <message>
            <source>⚠ The certificate was not checked.</source>
            <translation>⚠ El certificado no se comprobó.</translation>
        </message>
        <message>
            <source>✓ It answers: {status} to HEAD in {time}</source>
            <translation>✓ Responde: {status} a HEAD en {time}</translation>
        </message>
    </context>
    <context>
        <name>template</name>
        <message>
            <source>The condition</source>
            <translation>La condición</translation>
        </message>
        <message>
            <source>The template</source>
            <translation>La plantilla</translation>
        </message>
        <message>
            <source>{place} in line {line}</source>
            <translation>{place} en la línea {line}</translation>
        </message>
        <message>
            <source>{place} of {kind}</source>
            <translation>{place} de {kind}</translation>
        </message>
        <message>
            <source>{where} asks for {what}, which this webhook does not have.</source>
            <translation>{where} pide {what}, que este webhook no tiene.</translation>
        </message>
        <message>
            <source>{where} cannot be worked out: {what}</source>
            <translation>{where} no se puede calcular: {what}</translation>
        </message>
        <message>
            <source>{where} gives more than 1 MiB, or needs too much memory.</source>
            <translation>{where} da más de 1 MiB, o necesita demasiada memoria.</translation>
        </message>
        <message>
            <source>{where} gives something that cannot be sent: {what}</source>
            <translation>{where} da algo que no se puede enviar: {what}</translation>
        </message>
        <message>
            <source>{where} is not written right: {what}</source>
            <translation>{where} no está bien escrito: {what}</translation>
        </message>
        <message>
            <source>{where} names an array of {what} entries; 500 are the most.</source>
            <translation>{where} nombra una lista de {what} elementos; como máximo pueden ser 500.</translation>
        </message>
        <message>
            <source>{where} takes longer than {what} seconds.</source>
            <translation>{where} tarda más de {what} segundos.</translation>
        </message>
        <message>
            <source>{where} uses {what}, and there is no such filter or test.</source>
            <translation>{where} usa {what}, y no existe tal filtro ni prueba.</translation>
        </message>
        <message>
            <source>{where} uses {what}, which is not allowed.</source>
            <translation>{where} usa {what}, que no está permitido.</translation>
        </message>
        <message>
            <source>“For each entry of”</source>
            <translation>«Para cada elemento de»</translation>
        </message>
        <message>
            <source>“{field}”</source>
            <translation>«{field}»</translation>
        </message>
    </context>
    <context>
        <name>trial</name>
        <message numerus="yes">
            <source>%n action(s) would be done.</source>
            <translation>
                <numerusform>Se haría %n acción.</numerusform>
                <numerusform>Se harían %n acciones.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be.</source>
            <translation>
                <numerusform>%n no se puede hacer.</numerusform>
                <numerusform>%n no se pueden hacer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the last {count} webhooks match</source>
            <translation>
                <numerusform>%n de los últimos {count} webhooks la cumple</numerusform>
                <numerusform>%n de los últimos {count} webhooks la cumplen</numerusform>
            </translation>
        </message>
        <message>
            <source>It acts when it has been on for {minutes} min without a match.</source>
            <translation>Actúa cuando lleva {minutes} min activa sin ninguna coincidencia.</translation>
        </message>
        <message>
            <source>It matches</source>
            <translation>La cumple</translation>
        </message>
        <message>
            <source>Looked at: {count}, matching: {matched}, never {minutes} min apart. It would not have acted yet.</source>
            <translation>Examinados: {count}; la cumplen: {matched}, nunca con {minutes} min entre ellos. Todavía no habría actuado.</translation>
        </message>
        <message numerus="yes">
            <source>Looked at: {count}. It would have acted %n time(s)</source>
            <translation>
                <numerusform>Examinados: {count}. Habría actuado una vez</numerusform>
                <numerusform>Examinados: {count}. Habría actuado %n veces</numerusform>
            </translation>
        </message>
        <message>
            <source>No webhook has arrived yet.</source>
            <translation>Todavía no ha llegado ningún webhook.</translation>
        </message>
        <message numerus="yes">
            <source>None of the last %n webhook(s) matches the query.</source>
            <translation>
                <numerusform>El último webhook no cumple la búsqueda.</numerusform>
                <numerusform>Ninguno de los últimos %n webhooks cumple la búsqueda.</numerusform>
            </translation>
        </message>
        <message>
            <source>This is a trial: nothing has been done.</source>
            <translation>Es una prueba: no se ha hecho nada.</translation>
        </message>
        <message>
            <source>the last time: {time}.</source>
            <translation>la última: {time}.</translation>
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
            <source>Add the secret that {provider} shows for this endpoint.</source>
            <translation>Añade el secreto que {provider} muestra para este endpoint.</translation>
        </message>
        <message>
            <source>It cannot be checked.</source>
            <translation>No se puede comprobar.</translation>
        </message>
        <message>
            <source>It carries no signature.</source>
            <translation>No lleva firma.</translation>
        </message>
        <message>
            <source>It covers only some values, not the body: the rest may have been changed.</source>
            <translation>Cubre solo algunos valores, no el cuerpo: el resto puede haberse cambiado.</translation>
        </message>
        <message>
            <source>It is a shared token, not a signature: it does not protect the body.</source>
            <translation>Es un token compartido, no una firma: no protege el cuerpo.</translation>
        </message>
        <message>
            <source>It is signed, but there is no key to check with.</source>
            <translation>Está firmado, pero no hay clave con que comprobarlo.</translation>
        </message>
        <message>
            <source>It is signed, but there is no secret to check with.</source>
            <translation>Está firmado, pero no hay secreto con que comprobarlo.</translation>
        </message>
        <message>
            <source>It is {provider}’s check of the endpoint, which it does not sign.</source>
            <translation>Es la comprobación del endpoint por parte de {provider}, que no va firmada.</translation>
        </message>
        <message>
            <source>It names an address for its key that is not one of {provider}: it may be forged.</source>
            <translation>Indica para su clave una dirección que no es de {provider}: puede ser falsa.</translation>
        </message>
        <message>
            <source>Its certificate leads to no authority that this computer trusts.</source>
            <translation>Su certificado no lleva a ninguna autoridad en la que confíe este equipo.</translation>
        </message>
        <message>
            <source>Its certificate was no longer valid when it was received.</source>
            <translation>Su certificado ya no era válido cuando se recibió.</translation>
        </message>
        <message>
            <source>Its certificate was not valid yet when it was received.</source>
            <translation>Su certificado aún no era válido cuando se recibió.</translation>
        </message>
        <message>
            <source>Its endpoint names a provider that is not known here.</source>
            <translation>Su endpoint nombra un proveedor que aquí no se conoce.</translation>
        </message>
        <message>
            <source>Its timestamp is older than the tolerance allows.</source>
            <translation>Su marca de tiempo es más antigua de lo que permite la tolerancia.</translation>
        </message>
        <message>
            <source>Its timestamp lies in the future.</source>
            <translation>Su marca de tiempo está en el futuro.</translation>
        </message>
        <message>
            <source>No secret makes this signature over these bytes.</source>
            <translation>Ningún secreto produce esta firma sobre estos bytes.</translation>
        </message>
        <message>
            <source>Nothing says whose it is. Choose a provider for its path.</source>
            <translation>Nada indica de quién es. Elige un proveedor para su ruta.</translation>
        </message>
        <message>
            <source>The body did not arrive whole.</source>
            <translation>El cuerpo no llegó entero.</translation>
        </message>
        <message>
            <source>The body is larger than what is checked.</source>
            <translation>El cuerpo es más grande de lo que se comprueba.</translation>
        </message>
        <message>
            <source>The bytes are those that {provider} signed.</source>
            <translation>Los bytes son los que firmó {provider}.</translation>
        </message>
        <message>
            <source>The public key of {provider} could not be fetched.</source>
            <translation>No se pudo descargar la clave pública de {provider}.</translation>
        </message>
        <message>
            <source>The public key of {provider} has not been fetched: you have not allowed it yet.</source>
            <translation>La clave pública de {provider} no se ha descargado: aún no lo has permitido.</translation>
        </message>
        <message>
            <source>The public key of {provider} is being fetched.</source>
            <translation>Se está descargando la clave pública de {provider}.</translation>
        </message>
        <message>
            <source>The public key or certificate of {provider} is missing.</source>
            <translation>Falta la clave pública o el certificado de {provider}.</translation>
        </message>
        <message>
            <source>The secret is empty, or was not valid at that time.</source>
            <translation>El secreto está vacío o no era válido en ese momento.</translation>
        </message>
        <message>
            <source>The secret or key is not written as {provider} shows it.</source>
            <translation>El secreto o la clave no está tal como lo muestra {provider}.</translation>
        </message>
        <message>
            <source>The shared token is right.</source>
            <translation>El token compartido es correcto.</translation>
        </message>
        <message>
            <source>The signature cannot be read.</source>
            <translation>No se puede leer la firma.</translation>
        </message>
        <message>
            <source>The signature does not match.</source>
            <translation>La firma no coincide.</translation>
        </message>
        <message>
            <source>The signature is right, its certificate is not.</source>
            <translation>La firma es correcta; su certificado, no.</translation>
        </message>
        <message>
            <source>The signature is right, its time is not.</source>
            <translation>La firma es correcta; su hora, no.</translation>
        </message>
        <message>
            <source>The signature is valid.</source>
            <translation>La firma es válida.</translation>
        </message>
        <message>
            <source>The signature itself is right, but what it vouches for does not fit this message.</source>
            <translation>La firma en sí es correcta, pero lo que garantiza no encaja con este mensaje.</translation>
        </message>
        <message>
            <source>There is nothing where {provider} puts its signature.</source>
            <translation>No hay nada donde {provider} pone su firma.</translation>
        </message>
        <message>
            <source>What is there is not written as {provider} writes it.</source>
            <translation>Lo que hay no está escrito como lo escribe {provider}.</translation>
        </message>
        <message>
            <source>code of others that receives it</source>
            <translation>código de terceros que lo recibe</translation>
        </message>
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
            <source>not signed</source>
            <translation>sin firmar</translation>
        </message>
        <message>
            <source>shared token, not a signature</source>
            <translation>token compartido, no una firma</translation>
        </message>
        <message>
            <source>the provider’s document</source>
            <translation>la documentación del proveedor</translation>
        </message>
        <message>
            <source>the provider’s own SDK</source>
            <translation>el SDK del propio proveedor</translation>
        </message>
        <message>
            <source>unconfirmed: nobody has checked it against the provider</source>
            <translation>sin confirmar: nadie lo ha contrastado con el proveedor</translation>
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
        <message>
            <source>{provider} does not sign what it sends.</source>
            <translation>{provider} no firma lo que envía.</translation>
        </message>
        <message>
            <source>{provider} gives its public key only to its customers: add it as the secret.</source>
            <translation>{provider} solo da su clave pública a sus clientes: añádela como secreto.</translation>
        </message>
    </context>
</TS>
