<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>nnviz</name>
    <message>
      <location filename="nnviz/autosave.py" />
      <source>{where} cannot be used: {cause}.</source>
      <translation>{where} ist nicht benutzbar: {cause}.</translation>
    </message>
    <message>
      <location filename="nnviz/autosave.py" />
      <source>The folder</source>
      <translation>Der Ordner</translation>
    </message>
    <message>
      <location filename="nnviz/autosave.py" />
      <source>A crash would cost what has not been saved, for autosaving does not work: {error}</source>
      <translation>Bei einem Absturz ginge verloren, was nicht gespeichert ist, denn die automatische Sicherung arbeitet nicht: {error}</translation>
    </message>
    <message>
      <location filename="nnviz/cli/application.py" />
      <source>Something went wrong inside nnviz: {error}</source>
      <translation>In nnviz ist etwas schiefgegangen: {error}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>must be {words}, not {value}</source>
      <translation>muss {words} sein, nicht {value}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>{who} {names}</source>
      <translation>{who} {names}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>is not known here{meant} ({there_is})</source>
      <translation>ist hier nicht bekannt{meant} ({there_is})</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>a whole number from {low} to {high:,}</source>
      <translation>eine ganze Zahl von {low} bis {high:,}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>one of {names}</source>
      <translation>eins von {names}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>whole numbers from {low}: {names}</source>
      <translation>ganze Zahlen ab {low}: {names}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>; did you mean “{name}”?</source>
      <translation>; gemeint war „{name}“?</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>is not known here{meant}</source>
      <translation>ist hier nicht bekannt{meant}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>a whole number from {low}</source>
      <translation>eine ganze Zahl ab {low}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>a number from {low:g} to {high:g}</source>
      <translation>eine Zahl von {low:g} bis {high:g}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>a number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>a number from {low:g}</source>
      <translation>eine Zahl ab {low:g}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>“{command}” must be told {words}</source>
      <translation>„{command}“ braucht {words}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <location filename="nnviz/commands/arguments.py" />
      <source>“{name}” takes</source>
      <translation>„{name}“ nimmt</translation>
    </message>
    <message>
      <location filename="nnviz/commands/building.py" />
      <source>“{name}” is not drawn at random: it takes no options</source>
      <translation>„{name}“ wird nicht zufällig gezogen: es gibt keine Optionen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/building.py" />
      <source>there is no example network “{name}”{meant}; there is {known}</source>
      <translation>ein Beispielnetz „{name}“ gibt es nicht{meant}; es gibt {known}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/choosing.py" />
      <source>a {spec} network has none such; indices count from 0</source>
      <translation>ein Netz {spec} hat das nicht; Indizes zählen ab 0</translation>
    </message>
    <message>
      <location filename="nnviz/commands/choosing.py" />
      <source>an example is chosen by its index or by its label</source>
      <translation>ein Beispiel wird durch seinen Index oder durch sein Label gewählt</translation>
    </message>
    <message>
      <location filename="nnviz/commands/choosing.py" />
      <source>there are {n:,} examples</source>
      <translation>es gibt {n:,} Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/commands/choosing.py" />
      <source>one thing can be chosen: a neuron, a weight or a bias</source>
      <translation>nur eins ist wählbar: ein Neuron, ein Gewicht oder ein Bias</translation>
    </message>
    <message>
      <location filename="nnviz/commands/choosing.py" />
      <source>these data are no images</source>
      <translation>diese Daten sind keine Bilder</translation>
    </message>
    <message>
      <location filename="nnviz/commands/choosing.py" />
      <source>there are {n} examples of that class</source>
      <translation>von dieser Klasse gibt es {n} Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/commands/choosing.py" />
      <source>a mix needs another example of the split</source>
      <translation>eine Mischung braucht ein anderes Beispiel derselben Menge</translation>
    </message>
    <message>
      <location filename="nnviz/commands/descending.py" />
      <source>there is no walker “{name}”{meant}; there are {known}</source>
      <translation>einen Wanderer „{name}“ gibt es nicht{meant}; es gibt {known}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/descending.py" />
      <source>nothing walks here; open the curve or the surface of Descent first</source>
      <translation>hier wandert nichts; zuerst die Kurve oder die Fläche im Abstieg öffnen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/editing.py" />
      <source>no weights lead to an input</source>
      <translation>zu einer Eingabe führen keine Gewichte</translation>
    </message>
    <message>
      <location filename="nnviz/commands/editing.py" />
      <source>two numbers from 0 to {last}, the smaller one first</source>
      <translation>zwei Zahlen von 0 bis {last}, die kleinere zuerst</translation>
    </message>
    <message>
      <location filename="nnviz/commands/editing.py" />
      <source>only the weights from the pixels have rows and columns</source>
      <translation>nur die Gewichte der Pixel haben Zeilen und Spalten</translation>
    </message>
    <message>
      <location filename="nnviz/commands/learning.py" />
      <source>these data have no classes, so there is no accuracy</source>
      <translation>diese Daten haben keine Klassen, also keine Genauigkeit</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Undo: {change}</source>
      <translation>Rückgängig: {change}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Redo: {change}</source>
      <translation>Wiederholen: {change}</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Select nothing</source>
      <translation>Nichts auswählen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Next example</source>
      <translation>Nächstes Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Previous example</source>
      <translation>Voriges Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Random example</source>
      <translation>Zufälliges Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Next wrong one</source>
      <translation>Nächstes falsches</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Previous wrong one</source>
      <translation>Voriges falsches</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>All examples</source>
      <translation>Alle Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Draw a digit</source>
      <translation>Ziffer zeichnen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Random pixels</source>
      <translation>Zufällige Pixel</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Shuffle the pixels</source>
      <translation>Pixel mischen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Mix with another example</source>
      <translation>Mit anderem Beispiel mischen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Stop</source>
      <translation>Stopp</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>One example</source>
      <translation>Ein Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>One mini-batch</source>
      <translation>Ein Mini-Batch</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>One epoch</source>
      <translation>Eine Epoche</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Start over</source>
      <translation>Von vorn beginnen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Check the gradient</source>
      <translation>Gradient prüfen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Redo</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Resume</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="nnviz/commands/menu.py" />
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <location filename="nnviz/commands/phases.py" />
      <source>this network has no phase “{name}”</source>
      <translation>dieses Netz hat keine Phase „{name}“</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>Step forward</source>
      <translation>Schritt vor</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>Step back</source>
      <translation>Schritt zurück</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>To the input</source>
      <translation>Zur Eingabe</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>To the cost</source>
      <translation>Zu den Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>One step downhill</source>
      <translation>Ein Schritt bergab</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>One step back</source>
      <translation>Ein Schritt zurück</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>To the beginning</source>
      <translation>Zum Anfang</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>To the end</source>
      <translation>Zum Ende</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>Stop playing</source>
      <translation>Abspielen anhalten</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>Play</source>
      <translation>Abspielen</translation>
    </message>
    <message>
      <location filename="nnviz/commands/stepping.py" />
      <source>Run</source>
      <translation>Laufen lassen</translation>
    </message>
    <message>
      <location filename="nnviz/core/functions.py" />
      <source>the cost {cost} needs the output activation {fitting}, not {output}</source>
      <translation>die Kosten {cost} brauchen die Ausgabeaktivierung {fitting}, nicht {output}</translation>
    </message>
    <message>
      <location filename="nnviz/core/functions.py" />
      <source>{name!r} is not known here{meant}; choose one of {names}</source>
      <translation>{name!r} ist hier nicht bekannt{meant}; zur Wahl: {names}</translation>
    </message>
    <message>
      <location filename="nnviz/core/network.py" />
      <source>a seed is a whole number from 0 to {largest_seed:,}, not {seed}</source>
      <translation>ein Seed ist eine ganze Zahl von 0 bis {largest_seed:,}, nicht {seed}</translation>
    </message>
    <message>
      <location filename="nnviz/core/network.py" />
      <source>every layer needs at least one neuron</source>
      <translation>jede Schicht braucht mindestens ein Neuron</translation>
    </message>
    <message>
      <location filename="nnviz/core/network.py" />
      <source>every layer after the input needs one activation</source>
      <translation>jede Schicht nach der Eingabe braucht eine Aktivierung</translation>
    </message>
    <message>
      <location filename="nnviz/core/network.py" />
      <source>this network has no parameter {names}</source>
      <translation>dieses Netz hat keinen Parameter {names}</translation>
    </message>
    <message>
      <location filename="nnviz/core/network.py" />
      <source>θ has {parameter_count} components; there is none at {index}</source>
      <translation>θ hat {parameter_count} Komponenten; bei {index} gibt es keine</translation>
    </message>
    <message>
      <location filename="nnviz/core/network.py" />
      <source>a {spec} network has {parameter_count:,} parameters, not {size:,}</source>
      <translation>ein Netz {spec} hat {parameter_count:,} Parameter, nicht {size:,}</translation>
    </message>
    <message>
      <location filename="nnviz/core/network.py" />
      <source>softmax can only stand at the output</source>
      <translation>Softmax kann nur an der Ausgabe stehen</translation>
    </message>
    <message>
      <location filename="nnviz/core/parsing.py" />
      <source>a formula has at most {most} characters, not {n}</source>
      <translation>eine Formel hat höchstens {most} Zeichen, nicht {n}</translation>
    </message>
    <message>
      <location filename="nnviz/core/parsing.py" />
      <source>there is no formula yet; write one in {variables}</source>
      <translation>noch keine Formel; gebraucht wird eine in {variables}</translation>
    </message>
    <message>
      <location filename="nnviz/core/paths.py" />
      <source>this network has no neuron {j} in layer {layer}</source>
      <translation>dieses Netz hat kein Neuron {j} in Schicht {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/core/paths.py" />
      <source>there is no {kind} to take apart in layer {layer}</source>
      <translation>in Schicht {layer} gibt es kein {kind} zu zerlegen</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>the “)” at character {position} closes nothing</source>
      <translation>die „)“ an Zeichen {position} schließt nichts</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>the number “{found}” is too large, at character {position}</source>
      <translation>die Zahl „{found}“ ist zu groß, an Zeichen {position}</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>after “{name}” what it is of is missing, as in {name}({x}), at character {position}</source>
      <translation>nach „{name}“ fehlt, wovon, wie in {name}({x}), an Zeichen {position}</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>nested more than {deepest} deep, at character {position}</source>
      <translation>mehr als {deepest} tief verschachtelt, an Zeichen {position}</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>a formula cannot begin with “{found}”: {variables} is missing</source>
      <translation>eine Formel kann nicht mit „{found}“ beginnen: {variables} fehlt</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>between “{before}” and “{found}” a sign like + or * is missing, at character {position}</source>
      <translation>zwischen „{before}“ und „{found}“ fehlt ein Zeichen wie + oder *, an Zeichen {position}</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>after “{before}” {variables} is missing, at character {position}</source>
      <translation>nach „{before}“ fehlt {variables}, an Zeichen {position}</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>the “(” at character {position} is never closed</source>
      <translation>die „(“ an Zeichen {position} wird nie geschlossen</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>“{found}” cannot stand in a formula, at character {position}</source>
      <translation>„{found}“ kann in keiner Formel stehen, an Zeichen {position}</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>only the right side is needed: “=” cannot stand in a formula, at character {position}</source>
      <translation>nur die rechte Seite ist nötig: „=“ kann in keiner Formel stehen, an Zeichen {position}</translation>
    </message>
    <message>
      <location filename="nnviz/core/tokens.py" />
      <source>“{found}” is not known, at character {position}; known are {names}</source>
      <translation>„{found}“ ist nicht bekannt, an Zeichen {position}; bekannt sind {names}</translation>
    </message>
    <message>
      <location filename="nnviz/core/wishes.py" />
      <source>layer {layer} of a {spec} network has no neurons before it to wish for</source>
      <translation>Schicht {layer} eines Netzes {spec} hat keine Neuronen vor sich, von denen etwas zu wünschen wäre</translation>
    </message>
    <message>
      <location filename="nnviz/data/__init__.py" />
      <source>There is no data set {name!r}{meant}; known are {names}, files and folders.</source>
      <translation>Eine Datenmenge {name!r} gibt es nicht{meant}; bekannt sind {names}, Dateien und Ordner.</translation>
    </message>
    <message>
      <location filename="nnviz/data/__init__.py" />
      <source>{place} holds images, and nothing here can decode them.</source>
      <translation>{place} enthält Bilder, und hier kann sie nichts entschlüsseln.</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>its shape is {shape}, its type {name}</source>
      <translation>seine Form ist {shape}, sein Typ {name}</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>What is read of {name}</source>
      <translation>Was von {name} gelesen wird</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>inputs and labels, such as x and y,</source>
      <translation>Eingaben und Labels, etwa x und y,</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>In {path} there is no array for {wish} but only {names}.</source>
      <translation>In {path} gibt es kein Array für {wish}, nur {names}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>In {path} there is no array for the inputs beside {label}.</source>
      <translation>In {path} gibt es neben {label} kein Array für die Eingaben.</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>In {path} the array {name!r} holds no inputs: {array}.</source>
      <translation>In {path} enthält das Array {name!r} keine Eingaben: {array}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>In {path} the array {name!r} holds no images in gray or color: {array}.</source>
      <translation>In {path} enthält das Array {name!r} keine Bilder in Grau oder Farbe: {array}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>In {path} the array {name!r} has in row {row:,}, column {column:,} (both counted from 0) {table}, and no finite number of ordinary size.</source>
      <translation>In {path} hat das Array {name!r} in Zeile {row:,}, Spalte {column:,} (beide ab 0 gezählt) {table}, und keine endliche Zahl gewöhnlicher Größe.</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>In {path} the array {name!r} holds no labels: {array}.</source>
      <translation>In {path} enthält das Array {name!r} keine Labels: {array}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>In {path}: {x} and {x_test} are of different shapes.</source>
      <translation>In {path}: {x} und {x_test} haben verschiedene Formen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/arrays.py" />
      <source>is empty</source>
      <translation>ist leer</translation>
    </message>
    <message>
      <location filename="nnviz/data/by_hand.py" />
      <source>A point's coordinates must be numbers from {low:g} to {farthest:g}.</source>
      <translation>Die Koordinaten eines Punktes müssen Zahlen von {low:g} bis {farthest:g} sein.</translation>
    </message>
    <message>
      <location filename="nnviz/data/by_hand.py" />
      <source>{name} must be threes of a whole number, x and y, with commas between.</source>
      <translation>{name} braucht Dreiergruppen aus einer ganzen Zahl, x und y, mit Kommas dazwischen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/by_hand.py" />
      <source>{name} must name points by whole numbers from 0, not {text!r}.</source>
      <translation>{name} muss Punkte mit ganzen Zahlen ab 0 nennen, nicht {text!r}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/by_hand.py" />
      <source>At most {most:,} points can be changed by hand; draw others instead.</source>
      <translation>Höchstens {most:,} Punkte sind von Hand änderbar; stattdessen andere ziehen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/by_hand.py" />
      <source>Each point can be moved or removed once; their numbers must rise.</source>
      <translation>Jeder Punkt kann einmal verschoben oder entfernt werden; ihre Nummern müssen steigen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/by_hand.py" />
      <source>There are {n:,} points to be moved and removed, counted from 0.</source>
      <translation>Zum Verschieben und Entfernen gibt es {n:,} Punkte, ab 0 gezählt.</translation>
    </message>
    <message>
      <location filename="nnviz/data/by_hand.py" />
      <source>An added point must be of one of the {classes} classes, counted from 0.</source>
      <translation>Ein hinzugefügter Punkt muss zu einer der {classes} Klassen gehören, ab 0 gezählt.</translation>
    </message>
    <message>
      <location filename="nnviz/data/by_hand.py" />
      <source>{name} must place points by numbers, not {text!r}.</source>
      <translation>{name} muss Punkte mit Zahlen platzieren, nicht {text!r}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/cifar.py" />
      <source>image {i:,} is of class {label}</source>
      <translation>Bild {i:,} gehört zur Klasse {label}</translation>
    </message>
    <message>
      <location filename="nnviz/data/cifar.py" />
      <source> in its {name}</source>
      <translation> in {name}</translation>
    </message>
    <message>
      <location filename="nnviz/data/cifar.py" />
      <source>The images in {path} do not fit into this computer's memory.</source>
      <translation>Die Bilder in {path} passen nicht in den Speicher dieses Rechners.</translation>
    </message>
    <message>
      <location filename="nnviz/data/cifar.py" />
      <source>{path} is CIFAR-10's version for Python, which is pickled: opening it could run any program hidden in it, so get the binary version, cifar-10-binary.tar.gz.</source>
      <translation>{path} ist die CIFAR-10-Version für Python, mit Pickle gepackt: beim Öffnen könnte irgendein darin verstecktes Programm laufen; nötig ist die Binärversion, cifar-10-binary.tar.gz.</translation>
    </message>
    <message>
      <location filename="nnviz/data/cifar.py" />
      <source>{place} is not CIFAR-10's binary version: it lacks {names}.</source>
      <translation>{place} ist nicht die Binärversion von CIFAR-10: es fehlen {names}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/cifar.py" />
      <source>is not CIFAR-10's binary version</source>
      <translation>ist nicht die Binärversion von CIFAR-10</translation>
    </message>
    <message>
      <location filename="nnviz/data/cifar.py" />
      <source>holds no images of CIFAR-10{where}: there are {size}, and not 1 to {most_records:,} images of {record:,} bytes</source>
      <translation>enthält keine Bilder von CIFAR-10{where}: es sind {size}, und nicht 1 bis {most_records:,} Bilder zu {record:,} Bytes</translation>
    </message>
    <message>
      <location filename="nnviz/data/cifar.py" />
      <source>is cut short{where}: after {done} of {size:,}</source>
      <translation>ist abgeschnitten{where}: nach {done} von {size:,}</translation>
    </message>
    <message>
      <location filename="nnviz/data/cifar.py" />
      <source>is no CIFAR-10, or damaged{where}: {what}, and not 0 to 9</source>
      <translation>ist kein CIFAR-10 oder beschädigt{where}: {what}, und nicht 0 bis 9</translation>
    </message>
    <message>
      <location filename="nnviz/data/class_folders.py" />
      <source>The folder {path} must hold a folder of images (PNG, JPEG, BMP) for each class, at least two; there are {n}.</source>
      <translation>Der Ordner {path} muss für jede Klasse einen Ordner mit Bildern (PNG, JPEG, BMP) enthalten, mindestens zwei; es sind {n}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/class_folders.py" />
      <source>The folder {path} does not look like one of images: {strangers:,} of the folders in it hold something else; put the folders of the classes into one of their own.</source>
      <translation>Der Ordner {path} sieht nicht nach Bildern aus: {strangers:,} der Ordner darin enthalten etwas anderes; die Ordner der Klassen gehören in einen eigenen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/class_folders.py" />
      <source>The folder {path} has {n:,} images; at most {most_images:,} are read.</source>
      <translation>Der Ordner {path} hat {n:,} Bilder; höchstens {most_images:,} werden gelesen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/columns.py" />
      <source>{names} and {n:,} more</source>
      <translation>{names} und {n:,} weitere</translation>
    </message>
    <message>
      <location filename="nnviz/data/columns.py" />
      <source>header must be yes or no, not {wish!r}.</source>
      <translation>header muss yes oder no sein, nicht {wish!r}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/columns.py" />
      <source>There is no column {wish!r}; there are {names}.</source>
      <translation>Eine Spalte {wish!r} gibt es nicht; es gibt {names}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/columns.py" />
      <source>is no table: a row has {width:,} columns, and there must be 2 to {most_columns:,}, separated by commas, semicolons or tabs</source>
      <translation>ist keine Tabelle: eine Zeile hat {width:,} Spalten, und es müssen 2 bis {most_columns:,} sein, getrennt durch Kommas, Semikolons oder Tabulatoren</translation>
    </message>
    <message>
      <location filename="nnviz/data/columns.py" />
      <source>holds nothing but one line of names</source>
      <translation>enthält nichts als eine Zeile mit Namen</translation>
    </message>
    <message>
      <location filename="nnviz/data/columns.py" />
      <source>has no column of numbers beside its labels</source>
      <translation>hat neben den Labels keine Spalte mit Zahlen</translation>
    </message>
    <message>
      <location filename="nnviz/data/columns.py" />
      <source>is damaged: in line {number:,} a quotation is not closed</source>
      <translation>ist beschädigt: in Zeile {number:,} ist ein Anführungszeichen nicht geschlossen</translation>
    </message>
    <message>
      <location filename="nnviz/data/columns.py" />
      <source>is no whole table: line {number:,} has {n:,} columns, the first has {width:,}</source>
      <translation>ist keine ganze Tabelle: Zeile {number:,} hat {n:,} Spalten, die erste hat {width:,}</translation>
    </message>
    <message>
      <location filename="nnviz/data/curves.py" />
      <source>The curve {shape!r}</source>
      <translation>Die Kurve {shape!r}</translation>
    </message>
    <message>
      <location filename="nnviz/data/curves.py" />
      <source>There is no curve called {shape!r}{meant}; choose one of {names}.</source>
      <translation>Eine Kurve {shape!r} gibt es nicht{meant}; zur Wahl: {names}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>inputs</source>
      <translation>Eingaben</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>outputs</source>
      <translation>Ausgaben</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>There must be one class name per output, but {named} names for {outputs} outputs.</source>
      <translation>Je Ausgabe ist ein Klassenname nötig, aber es sind {named} Namen für {outputs} Ausgaben.</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>Classes are named, but the examples have no labels.</source>
      <translation>Klassen sind benannt, aber die Beispiele haben keine Labels.</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>An image has the shape (rows, columns) or (rows, columns, 3), not {shape}.</source>
      <translation>Ein Bild hat die Form (Zeilen, Spalten) oder (Zeilen, Spalten, 3), nicht {shape}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>An image of shape {shape} has {value} values, but there are {n_inputs} inputs.</source>
      <translation>Ein Bild der Form {shape} hat {value} Werte, aber es sind {n_inputs} Eingaben.</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>There must be one name per input, but {n} names for {n_inputs} inputs.</source>
      <translation>Je Eingabe ist ein Name nötig, aber es sind {n} Namen für {n_inputs} Eingaben.</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>A data set has the parts 'train' and 'test', but none called {name!r}.</source>
      <translation>Eine Datenmenge hat die Teile 'train' und 'test', aber keinen {name!r}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>There is no input {k}; choose one from 0 to {last}.</source>
      <translation>Eine Eingabe {k} gibt es nicht; zur Wahl: 0 bis {last}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/dataset.py" />
      <source>Training and test examples must have equally many {what}, not {a} and {b}.</source>
      <translation>Trainings- und Testbeispiele müssen gleich viele {what} haben, nicht {a} und {b}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/download.py" />
      <source>The download was cancelled; what has arrived is kept for the next time.</source>
      <translation>Das Herunterladen wurde abgebrochen; was angekommen ist, bleibt für das nächste Mal.</translation>
    </message>
    <message>
      <location filename="nnviz/data/download.py" />
      <source>MNIST could not be downloaded: {names}; check the connection and try again, or choose a folder that holds its four files.</source>
      <translation>MNIST ließ sich nicht herunterladen: {names}; die Verbindung prüfen und noch einmal versuchen, oder einen Ordner mit den vier Dateien wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/download.py" />
      <source>MNIST cannot be kept in {folder}: {strerror}.</source>
      <translation>MNIST lässt sich nicht in {folder} aufheben: {strerror}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/download.py" />
      <source>The file {path} cannot be written: {strerror}.</source>
      <translation>Die Datei {path} lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/drawings.py" />
      <source>its places of the pen are missing, or no table of three columns</source>
      <translation>die Orte des Stifts fehlen oder sind keine Tabelle mit drei Spalten</translation>
    </message>
    <message>
      <location filename="nnviz/data/drawings.py" />
      <source>a place of the pen is not on the paper</source>
      <translation>ein Ort des Stifts liegt nicht auf dem Papier</translation>
    </message>
    <message>
      <location filename="nnviz/data/drawings.py" />
      <source>its numbers contradict one another</source>
      <translation>die Zahlen darin widersprechen einander</translation>
    </message>
    <message>
      <location filename="nnviz/data/drawings.py" />
      <source>more than {most} drawings are not read</source>
      <translation>mehr als {most} Zeichnungen werden nicht gelesen</translation>
    </message>
    <message>
      <location filename="nnviz/data/drawings.py" />
      <source>its {name} are missing, or no whole numbers</source>
      <translation>{name} fehlen oder sind keine ganzen Zahlen</translation>
    </message>
    <message>
      <location filename="nnviz/data/drawings.py" />
      <source>its {name} are out of range</source>
      <translation>{name} liegen außerhalb des Erlaubten</translation>
    </message>
    <message>
      <location filename="nnviz/data/drawings.py" />
      <source>At least {fewest} drawings must be kept to make a data set, but there are {n}: draw digits, say what each is, and keep them.</source>
      <translation>Für eine Datenmenge sind mindestens {fewest} aufgehobene Zeichnungen nötig, aber es sind {n}: Ziffern zeichnen, sagen, was jede ist, und aufheben.</translation>
    </message>
    <message>
      <location filename="nnviz/data/drawings.py" />
      <source>The file {path} does not hold drawn digits: {flaw}.</source>
      <translation>Die Datei {path} enthält keine gezeichneten Ziffern: {flaw}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/folder.py" />
      <source>The loading was cancelled.</source>
      <translation>Das Laden wurde abgebrochen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/folder.py" />
      <source>The images in {path} take {size}, more than {most}: choose a smaller side.</source>
      <translation>Die Bilder in {path} brauchen {size}, mehr als {most}: eine kleinere Größe wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/folder.py" />
      <source>The file {file} is too large for an image.</source>
      <translation>Die Datei {file} ist zu groß für ein Bild.</translation>
    </message>
    <message>
      <location filename="nnviz/data/folder.py" />
      <source>The file {file} is no image, or damaged: {error}.</source>
      <translation>Die Datei {file} ist kein Bild oder beschädigt: {error}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/idx.py" />
      <source>its header promises {sizes} values of {size}</source>
      <translation>ihr Kopf verspricht {sizes} Werte zu {size}</translation>
    </message>
    <message>
      <location filename="nnviz/data/idx.py" />
      <source>is too large: {header}, and at most {size} are read</source>
      <translation>ist zu groß: {header}, und höchstens {size} werden gelesen</translation>
    </message>
    <message>
      <location filename="nnviz/data/idx.py" />
      <source>is no IDX file: its contents begin with the bytes {begin}, and not with 00 00</source>
      <translation>ist keine IDX-Datei: ihr Inhalt beginnt mit den Bytes {begin} und nicht mit 00 00</translation>
    </message>
    <message>
      <location filename="nnviz/data/idx.py" />
      <source>is no IDX file, or damaged: its type code is {code:02X}, and none of {known}</source>
      <translation>ist keine IDX-Datei oder beschädigt: ihr Typcode ist {code:02X} und keiner von {known}</translation>
    </message>
    <message>
      <location filename="nnviz/data/idx.py" />
      <source>cannot be used: it has {n_dimensions} dimensions, and not 1 to {most_dimensions}</source>
      <translation>ist nicht benutzbar: sie hat {n_dimensions} Dimensionen, und nicht 1 bis {most_dimensions}</translation>
    </message>
    <message>
      <location filename="nnviz/data/idx.py" />
      <source>holds nothing: {header}</source>
      <translation>enthält nichts: {header}</translation>
    </message>
    <message>
      <location filename="nnviz/data/idx.py" />
      <source>is not believed: {header}, too many to be packed into {size}</source>
      <translation>ist nicht glaubhaft: {header}, zu viele, um in {size} gepackt zu sein</translation>
    </message>
    <message>
      <location filename="nnviz/data/idx.py" />
      <source>is cut short: {header}, but only {size} follow</source>
      <translation>ist abgeschnitten: {header}, aber nur {size} folgen</translation>
    </message>
    <message>
      <location filename="nnviz/data/idx.py" />
      <source>does not end where it should: {header}, but more than {size} follow</source>
      <translation>endet nicht, wo sie sollte: {header}, aber mehr als {size} folgen</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>number × rows × columns</source>
      <translation>Anzahl × Zeilen × Spalten</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>one list</source>
      <translation>eine einzige Liste</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>The file {path} does not hold {role}, which are {layout} of unsigned bytes, but {shape} values of the type {name}.</source>
      <translation>Die Datei {path} enthält keine {role}, also {layout} aus vorzeichenlosen Bytes, sondern {shape} Werte des Typs {name}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>The file {files} has {n_labels:,} labels, but {name} has {n_images:,} images.</source>
      <translation>Die Datei {files} hat {n_labels:,} Labels, aber {name} hat {n_images:,} Bilder.</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>The images in {path} have {rows:,} × {columns:,} pixels, but those in {name} have {train_rows:,} × {train_columns:,}.</source>
      <translation>Die Bilder in {path} haben {rows:,} × {columns:,} Pixel, aber die in {name} haben {train_rows:,} × {train_columns:,}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>The label of example {i} in {files} is {test}, but the classes in {name} are 0 to {top}.</source>
      <translation>Das Label von Beispiel {i} in {files} ist {test}, aber die Klassen in {name} sind 0 bis {top}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>The images in {folder} do not fit into this computer's memory.</source>
      <translation>Die Bilder in {folder} passen nicht in den Speicher dieses Rechners.</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>The folder {path} holds several data sets ({names}): give each its own folder.</source>
      <translation>Der Ordner {path} enthält mehrere Datenmengen ({names}): jeder einen eigenen Ordner geben.</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>The folder {path} holds no data that are known here: neither IDX files ({name} …), nor those of CIFAR-10, nor a folder of images for each class.</source>
      <translation>Der Ordner {path} enthält keine hier bekannten Daten: weder IDX-Dateien ({name} …) noch die von CIFAR-10 noch einen Ordner mit Bildern für jede Klasse.</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>The folder {path} lacks {missing} (with or without .gz).</source>
      <translation>Im Ordner {path} fehlt {missing} (mit oder ohne .gz).</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>{folder} is no file of data that is known here: CSV, NPZ and CIFAR-10's .tar.gz are, and folders of four IDX files or of images.</source>
      <translation>{folder} ist keine hier bekannte Datei mit Daten: Das sind CSV, NPZ und das .tar.gz von CIFAR-10, außerdem Ordner mit vier IDX-Dateien oder mit Bildern.</translation>
    </message>
    <message>
      <location filename="nnviz/data/mnist.py" />
      <source>{folder} is a file; give the folder that holds all four IDX files.</source>
      <translation>{folder} ist eine Datei; nötig ist der Ordner mit allen vier IDX-Dateien.</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is no NPZ file, or damaged: it has {n:,} arrays, and not 1 to {most_arrays}</source>
      <translation>ist keine NPZ-Datei oder beschädigt: sie hat {n:,} Arrays, und nicht 1 bis {most_arrays}</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>cannot be used: its arrays are packed in an unusual way</source>
      <translation>ist nicht benutzbar: ihre Arrays sind ungewöhnlich gepackt</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is too large: it promises {size}, and at most {most} are read</source>
      <translation>ist zu groß: sie verspricht {size}, und höchstens {most} werden gelesen</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is not believed: {total} are too many to be packed into {size}</source>
      <translation>ist nicht glaubhaft: {total} sind zu viele, um in {size} gepackt zu sein</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is damaged: its {name} is no array of NumPy</source>
      <translation>ist beschädigt: ihr {name} ist kein Array von NumPy</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is not believed: the header of its {name} has {size}</source>
      <translation>ist nicht glaubhaft: der Kopf von {name} hat {size}</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>cannot be used: its {name} is pickled, and opening it could run any program hidden in it</source>
      <translation>ist nicht benutzbar: {name} ist mit Pickle gepackt, und beim Öffnen könnte irgendein darin verstecktes Programm laufen</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>cannot be used: its {name} holds neither numbers nor texts of a usual kind</source>
      <translation>ist nicht benutzbar: {name} enthält weder Zahlen noch Texte üblicher Art</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is damaged: the header of its {name} cannot be understood</source>
      <translation>ist beschädigt: der Kopf von {name} ist nicht zu verstehen</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is no NPZ file, or damaged: there is an error in its zip archive</source>
      <translation>ist keine NPZ-Datei oder beschädigt: im Zip-Archiv ist ein Fehler</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>cannot be used: its zip archive is damaged, encrypted, or of an unusual kind</source>
      <translation>ist nicht benutzbar: das Zip-Archiv ist beschädigt, verschlüsselt oder von ungewöhnlicher Art</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is damaged: its {name} promises {size}, but has not so many</source>
      <translation>ist beschädigt: {name} verspricht {size}, hat aber weniger</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is damaged: its {name} holds texts that are none</source>
      <translation>ist beschädigt: {name} enthält Texte, die keine sind</translation>
    </message>
    <message>
      <location filename="nnviz/data/npz.py" />
      <source>is too large: its {name} promises {size}</source>
      <translation>ist zu groß: {name} verspricht {size}</translation>
    </message>
    <message>
      <location filename="nnviz/data/own.py" />
      <source>What is learned must be classes or values, not {wish!r}.</source>
      <translation>Was gelernt wird, müssen Klassen oder Werte sein, nicht {wish!r}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/own.py" />
      <source>Classes must be one number each, not {value}.</source>
      <translation>Klassen müssen je eine Zahl sein, nicht {value}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/own.py" />
      <source>There must be 2 to {most_classes:,} classes, but there are {n:,}.</source>
      <translation>Es müssen 2 bis {most_classes:,} Klassen sein, aber es sind {n:,}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/own.py" />
      <source>The data in {path} do not fit into this computer's memory.</source>
      <translation>Die Daten in {path} passen nicht in den Speicher dieses Rechners.</translation>
    </message>
    <message>
      <location filename="nnviz/data/own.py" />
      <source>In {path}: {error}</source>
      <translation>In {path}: {error}</translation>
    </message>
    <message>
      <location filename="nnviz/data/own.py" />
      <source>The labels are texts: they can be learned as classes, not as values.</source>
      <translation>Die Labels sind Texte: sie lassen sich als Klassen lernen, nicht als Werte.</translation>
    </message>
    <message>
      <location filename="nnviz/data/own.py" />
      <source>There are {n:,} examples, but {labels:,} labels.</source>
      <translation>Es sind {n:,} Beispiele, aber {labels:,} Labels.</translation>
    </message>
    <message>
      <location filename="nnviz/data/parting.py" />
      <source>At least 2 examples are needed, one to train on and one to test, but there are {n}.</source>
      <translation>Mindestens 2 Beispiele sind nötig, eines zum Trainieren und eines zum Testen, aber es sind {n}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/places.py" />
      <source>MNIST was looked for, but there is no folder {names}: put its four files (train-images-idx3-ubyte.gz and so on) there, open the folder that holds them, or download them with nnviz get mnist.</source>
      <translation>MNIST wurde gesucht, aber einen Ordner {names} gibt es nicht: die vier Dateien (train-images-idx3-ubyte.gz und so weiter) dorthin legen, den Ordner öffnen, der sie enthält, oder sie mit nnviz get mnist herunterladen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/places.py" />
      <source>The folder {path} cannot be found: {strerror}.</source>
      <translation>Der Ordner {path} ist nicht zu finden: {strerror}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/plane.py" />
      <source>The points {shape!r}</source>
      <translation>Die Punkte {shape!r}</translation>
    </message>
    <message>
      <location filename="nnviz/data/plane.py" />
      <source>There are no points called {shape!r}{meant}; choose one of {names}.</source>
      <translation>Punkte {shape!r} gibt es nicht{meant}; zur Wahl: {names}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/plane.py" />
      <source>The features must be at least one of {names}, each once, with commas between.</source>
      <translation>Als Merkmale ist mindestens eines von {names} nötig, jedes einmal, mit Kommas dazwischen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/plane.py" />
      <source>The last point for training, and the last one for the test, cannot be removed.</source>
      <translation>Der letzte Punkt für das Training und der letzte für den Test lassen sich nicht entfernen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/prepare.py" />
      <source>The share of a stroke's width to keep must be above 0 and at most 1, not {stroke}.</source>
      <translation>Der Anteil der Strichbreite, der bleibt, muss über 0 und höchstens 1 sein, nicht {stroke}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/prepare.py" />
      <source>An image must be a table of finite numbers; this one has the shape {shape}.</source>
      <translation>Ein Bild muss eine Tabelle endlicher Zahlen sein; dieses hat die Form {shape}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/prepare.py" />
      <source>An image must be a table of numbers.</source>
      <translation>Ein Bild muss eine Tabelle von Zahlen sein.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>{n:,} byte</source>
      <translation>{n:,} Byte</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>{n:,} bytes</source>
      <translation>{n:,} Bytes</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>file</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>The {kind} {path} cannot be read: {why}.</source>
      <translation>{kind} {path} ist nicht lesbar: {why}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>{path} is a folder, not a file.</source>
      <translation>{path} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>{path} is not an ordinary file.</source>
      <translation>{path} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>There is no {kind} {path}.</source>
      <translation>{kind} {path} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>The {kind} {path} may not be read: permission denied.</source>
      <translation>{kind} {path} darf nicht gelesen werden: keine Erlaubnis.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>The file {path} {flaw}.</source>
      <translation>Die Datei {path} {flaw}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>The file {path} does not fit into this computer's memory.</source>
      <translation>Die Datei {path} passt nicht in den Speicher dieses Rechners.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>is cut short: it can be unpacked no further than {size}</source>
      <translation>ist abgeschnitten: weiter als {size} lässt sie sich nicht entpacken</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>is no IDX file, or cut short: it ends within its header</source>
      <translation>ist keine IDX-Datei oder abgeschnitten: sie endet im Kopf</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>is no tar archive, or cut short: it ends within a block</source>
      <translation>ist kein Tar-Archiv oder abgeschnitten: sie endet in einem Block</translation>
    </message>
    <message>
      <location filename="nnviz/data/reading.py" />
      <source>is damaged: there is an error in its gzip packing</source>
      <translation>ist beschädigt: in der Gzip-Packung ist ein Fehler</translation>
    </message>
    <message>
      <location filename="nnviz/data/reference.py" />
      <source>{name} must be a whole number from {low:,} to {high:,}, not {text!r}.</source>
      <translation>{name} muss eine ganze Zahl von {low:,} bis {high:,} sein, nicht {text!r}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reference.py" />
      <source>{name} must be a number from {low:g} to {high:g}, not {text!r}.</source>
      <translation>{name} muss eine Zahl von {low:g} bis {high:g} sein, nicht {text!r}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/reference.py" />
      <source>{what} cannot be chosen by {name!r}; what can be chosen is {names}.</source>
      <translation>{what}: {name!r} ist keine Wahl; zur Wahl: {names}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>targets</source>
      <translation>Sollwerte</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>The {what} must be finite numbers of ordinary size, but row {row}, column {column} (both counted from 0) is {values}.</source>
      <translation>{what} müssen endliche Zahlen gewöhnlicher Größe sein, aber in Zeile {row}, Spalte {column} (beide ab 0 gezählt) steht {values}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>The {what} must be numbers, not {name}.</source>
      <translation>{what} müssen Zahlen sein, nicht {name}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>The {what} must be a table with one row per example, but their shape is {shape}.</source>
      <translation>{what} müssen eine Tabelle mit einer Zeile je Beispiel sein, aber ihre Form ist {shape}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>There are no {what}: the table has {rows} rows, {columns} columns.</source>
      <translation>Es gibt keine {what}: die Tabelle hat {rows} Zeilen, {columns} Spalten.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>There must be as many {what} as inputs, but there are {n} {what} and {n_inputs} inputs.</source>
      <translation>Es müssen so viele {what} wie Eingaben sein, aber es sind {n} {what} und {n_inputs} Eingaben.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>The labels must be one list, but their shape is {shape}.</source>
      <translation>Die Labels müssen eine Liste sein, aber ihre Form ist {shape}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>Labels must be whole numbers from 0 to {last}, but the label of example {i} is {numbers}.</source>
      <translation>Labels müssen ganze Zahlen von 0 bis {last} sein, aber das Label von Beispiel {i} ist {numbers}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>There is no example {i}; choose one from 0 to {last}.</source>
      <translation>Ein Beispiel {i} gibt es nicht; zur Wahl: 0 bis {last}.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>Give labels or targets: without either there is nothing to learn.</source>
      <translation>Labels oder Sollwerte sind nötig: ohne beides gibt es nichts zu lernen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/split.py" />
      <source>The {what} must all have the same number of values.</source>
      <translation>{what} müssen alle gleich viele Werte haben.</translation>
    </message>
    <message>
      <location filename="nnviz/data/spoiled.py" />
      <source>a whole number from 1 to {most:,}, not {n:,}</source>
      <translation>eine ganze Zahl von 1 bis {most:,}, nicht {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/data/spoiled.py" />
      <source>random labels need data with classes, one output for each</source>
      <translation>zufällige Labels brauchen Daten mit Klassen, eine Ausgabe je Klasse</translation>
    </message>
    <message>
      <location filename="nnviz/data/subset.py" />
      <source>No example is chosen; choose at least one.</source>
      <translation>Kein Beispiel ist gewählt; mindestens eines wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/data/subset.py" />
      <source>There are {n:,} examples to choose from, counted from 0.</source>
      <translation>Zur Wahl stehen {n:,} Beispiele, ab 0 gezählt.</translation>
    </message>
    <message>
      <location filename="nnviz/data/table.py" />
      <source>is packed, or a spreadsheet, and no text: unpack it, or save it as CSV</source>
      <translation>ist gepackt oder eine Tabellenkalkulation, und kein Text: entpacken oder als CSV speichern</translation>
    </message>
    <message>
      <location filename="nnviz/data/table.py" />
      <source>is no text, or not in UTF-8: save it as CSV in UTF-8</source>
      <translation>ist kein Text oder nicht in UTF-8: als CSV in UTF-8 speichern</translation>
    </message>
    <message>
      <location filename="nnviz/data/table.py" />
      <source>has no row without missing values</source>
      <translation>hat keine Zeile ohne fehlende Werte</translation>
    </message>
    <message>
      <location filename="nnviz/data/table.py" />
      <source>is too large: at most {size} are read</source>
      <translation>ist zu groß: höchstens {size} werden gelesen</translation>
    </message>
    <message>
      <location filename="nnviz/data/table.py" />
      <source>is no table: it has a line of more than {size}</source>
      <translation>ist keine Tabelle: sie hat eine Zeile von mehr als {size}</translation>
    </message>
    <message>
      <location filename="nnviz/data/table.py" />
      <source>cannot be used: in line {line:,}, column {name!r}, stands {cell!r}, and no number</source>
      <translation>ist nicht benutzbar: in Zeile {line:,}, Spalte {name!r}, steht {cell!r}, und keine Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/data/tar.py" />
      <source>is no tar archive, or one without files</source>
      <translation>ist kein Tar-Archiv oder eines ohne Dateien</translation>
    </message>
    <message>
      <location filename="nnviz/data/tar.py" />
      <source>is cut short: the end of the archive is missing</source>
      <translation>ist abgeschnitten: das Ende des Archivs fehlt</translation>
    </message>
    <message>
      <location filename="nnviz/data/tar.py" />
      <source>is no tar archive, or damaged: a header's checksum is wrong</source>
      <translation>ist kein Tar-Archiv oder beschädigt: die Prüfsumme eines Kopfes ist falsch</translation>
    </message>
    <message>
      <location filename="nnviz/data/tar.py" />
      <source>is damaged, or no usual tar archive: a header says no size</source>
      <translation>ist beschädigt oder kein übliches Tar-Archiv: ein Kopf nennt keine Größe</translation>
    </message>
    <message>
      <location filename="nnviz/data/tar.py" />
      <source>is not what was looked for: it holds {size} of {name!r}</source>
      <translation>ist nicht, was gesucht wurde: sie enthält {size} von {name!r}</translation>
    </message>
    <message>
      <location filename="nnviz/data/tar.py" />
      <source>is cut short within {name!r}</source>
      <translation>ist in {name!r} abgeschnitten</translation>
    </message>
    <message>
      <location filename="nnviz/data/tar.py" />
      <source>does not end where it should: too much stands behind the end of the archive</source>
      <translation>endet nicht, wo sie sollte: hinter dem Ende des Archivs steht zu viel</translation>
    </message>
    <message>
      <location filename="nnviz/document.py" />
      <source>{name} is no state ({state}), no network ({network}) and no data (CSV, NPZ, CIFAR-10's .tar.gz, a folder of IDX files or images).</source>
      <translation>{name} ist kein Zustand ({state}), kein Netz ({network}) und keine Datenmenge (CSV, NPZ, das .tar.gz von CIFAR-10, ein Ordner mit IDX-Dateien oder Bildern).</translation>
    </message>
    <message>
      <location filename="nnviz/document.py" />
      <source>There is no file {name}.</source>
      <translation>Eine Datei {name} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="nnviz/document.py" />
      <source>untitled</source>
      <translation>unbenannt</translation>
    </message>
    <message>
      <location filename="nnviz/document.py" />
      <source>The data {name} are no longer those that this state was saved with.</source>
      <translation>Die Daten {name} sind nicht mehr die, mit denen dieser Zustand gespeichert wurde.</translation>
    </message>
    <message>
      <location filename="nnviz/document.py" />
      <source>{name} holds a {spec} network, which does not fit the {inputs} inputs and {outputs} outputs of the present data; open data that fit first.</source>
      <translation>{name} enthält ein Netz {spec}, das nicht zu den {inputs} Eingaben und {outputs} Ausgaben der jetzigen Daten passt; zuerst passende Daten öffnen.</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>no space is left on the disk</source>
      <translation>auf der Platte ist kein Platz mehr</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>your share of the disk is used up</source>
      <translation>der eigene Anteil der Platte ist verbraucht</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>permission denied</source>
      <translation>keine Erlaubnis</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>a folder in its path is a file</source>
      <translation>ein Ordner im Pfad ist eine Datei</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>the disk can only be read</source>
      <translation>die Platte ist nur lesbar</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>the name is too long</source>
      <translation>der Name ist zu lang</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>The file {path} cannot be saved: {why}.</source>
      <translation>Die Datei {path} lässt sich nicht speichern: {why}.</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>{target} is a folder; a file cannot be saved under its name.</source>
      <translation>{target} ist ein Ordner; unter dessen Namen lässt sich keine Datei speichern.</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>{target} is not an ordinary file; nothing can be saved there.</source>
      <translation>{target} ist keine gewöhnliche Datei; dort lässt sich nichts speichern.</translation>
    </message>
    <message>
      <location filename="nnviz/files/atomic.py" />
      <source>The file {target} cannot be saved: there is no folder {parent}.</source>
      <translation>Die Datei {target} lässt sich nicht speichern: einen Ordner {parent} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="nnviz/files/container.py" />
      <source>too large for float32</source>
      <translation>zu groß für float32</translation>
    </message>
    <message>
      <location filename="nnviz/files/container.py" />
      <source>and not a finite number</source>
      <translation>und keine endliche Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/files/container.py" />
      <source>The file {path} describes a network that cannot be built: {error}.</source>
      <translation>Die Datei {path} beschreibt ein Netz, das sich nicht bauen lässt: {error}.</translation>
    </message>
    <message>
      <location filename="nnviz/files/container.py" />
      <source>it would hold {end:,} bytes of numbers, and at most {most_bytes:,} are read</source>
      <translation>sie enthielte {end:,} Bytes an Zahlen, und höchstens {most_bytes:,} werden gelesen</translation>
    </message>
    <message>
      <location filename="nnviz/files/container.py" />
      <source>its header would be {n:,} bytes long, and at most {most_header:,} are read</source>
      <translation>ihr Kopf wäre {n:,} Bytes lang, und höchstens {most_header:,} werden gelesen</translation>
    </message>
    <message>
      <location filename="nnviz/files/container.py" />
      <source>a number in {name} is {value}, {why}</source>
      <translation>eine Zahl in {name} ist {value}, {why}</translation>
    </message>
    <message>
      <location filename="nnviz/files/container.py" />
      <source>a text in it cannot be written as UTF-8</source>
      <translation>ein Text darin lässt sich nicht als UTF-8 schreiben</translation>
    </message>
    <message>
      <location filename="nnviz/files/container.py" />
      <source>it holds {size:,} bytes, and at most {most_bytes:,} are read</source>
      <translation>sie enthält {size:,} Bytes, und höchstens {most_bytes:,} werden gelesen</translation>
    </message>
    <message>
      <location filename="nnviz/files/container.py" />
      <source>it became shorter while it was read</source>
      <translation>sie wurde kürzer, während sie gelesen wurde</translation>
    </message>
    <message>
      <location filename="nnviz/files/drawings.py" />
      <source>The folder {parent} cannot be made: {strerror}.</source>
      <translation>Der Ordner {parent} lässt sich nicht anlegen: {strerror}.</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{where} is {value}, and not {wanted}</source>
      <translation>{where} ist {value}, und nicht {wanted}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{what} is no JSON ({why})</source>
      <translation>{what} ist kein JSON ({why})</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{error}</source>
      <translation>{error}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{name} is {value}, and not an object</source>
      <translation>{name} ist {value}, und kein Objekt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{where} is missing</source>
      <translation>{where} fehlt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{where} is not known here</source>
      <translation>{where} ist hier nicht bekannt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>its '__metadata__' are not texts</source>
      <translation>ihre '__metadata__' sind keine Texte</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{name} is {dtype}, and not {names}</source>
      <translation>{name} ist {dtype}, und nicht {names}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>there is nothing in it</source>
      <translation>es ist nichts darin</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>it ends within its header</source>
      <translation>sie endet in ihrem Kopf</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>it does not begin with a header</source>
      <translation>sie beginnt nicht mit einem Kopf</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>its header would be {length:,} bytes long, and at most {most_header:,} are read</source>
      <translation>ihr Kopf wäre {length:,} Bytes lang, und höchstens {most_header:,} werden gelesen</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>its header promises {end:,} bytes of numbers, but only {size:,} follow</source>
      <translation>ihr Kopf verspricht {end:,} Bytes an Zahlen, aber nur {size:,} folgen</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>its header promises {end:,} bytes of numbers, but {size:,} follow</source>
      <translation>ihr Kopf verspricht {end:,} Bytes an Zahlen, aber {size:,} folgen</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>it is {found}</source>
      <translation>sie ist {found}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>its metadata do not say so</source>
      <translation>ihre Metadaten sagen nichts davon</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>its version is {found}, and this program reads versions up to {version}</source>
      <translation>ihre Version ist {found}, und dieses Programm liest Versionen bis {version}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>its version is {text}, and not a whole number from 1</source>
      <translation>ihre Version ist {text}, und keine ganze Zahl ab 1</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the numbers of {name} do not begin where those before them end</source>
      <translation>die Zahlen von {name} beginnen nicht, wo die davor enden</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>it has no '0.weight', the weights of the first Linear of a torch.nn.Sequential</source>
      <translation>sie hat kein '0.weight', die Gewichte der ersten Linear-Schicht eines torch.nn.Sequential</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the network has {depth:,} layers, and at most {most_layers:,} are read</source>
      <translation>das Netz hat {depth:,} Schichten, und höchstens {most_layers:,} werden gelesen</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>it holds the numbers of a {network} network, but no {names}</source>
      <translation>sie enthält die Zahlen eines Netzes {network}, aber nicht: {names}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the name {name!r} is needed for the network itself</source>
      <translation>der Name {name!r} wird für das Netz selbst gebraucht</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{name!r} is no matrix, its shape is {tensors}</source>
      <translation>{name!r} ist keine Matrix, die Form ist {tensors}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{name!r} is missing</source>
      <translation>{name!r} fehlt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the shape of {name!r} is {tensors}, and not {wanted}</source>
      <translation>die Form von {name!r} ist {tensors}, und nicht {wanted}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{name} is no part of it</source>
      <translation>{name} gehört nicht dazu</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>'cursor' stands at the update, but the tensor 'before' is missing</source>
      <translation>'cursor' steht beim Update, aber der Tensor 'before' fehlt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>'painted' and the tensor 'painted' must both be there, or neither</source>
      <translation>'painted' und der Tensor 'painted' müssen beide da sein oder keiner</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>{where}: {error}</source>
      <translation>{where}: {error}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>'selection': {error}</source>
      <translation>'selection': {error}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>row {i} of the tensor 'metrics' has {value} for {name}</source>
      <translation>Zeile {i} des Tensors 'metrics' hat {value} für {name}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the text 'state' is missing</source>
      <translation>der Text 'state' fehlt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the tensor 'gradient_norms' is {dtype}, {tensor}, and not {wanted}</source>
      <translation>der Tensor 'gradient_norms' ist {dtype}, {tensor}, und nicht {wanted}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the tensor {name!r} is {dtype}, {tensor}, and not {wanted}</source>
      <translation>der Tensor {name!r} ist {dtype}, {tensor}, und nicht {wanted}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>a number in 'gradient_norms' is below 0</source>
      <translation>eine Zahl in 'gradient_norms' ist unter 0</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the parameters before the last change are those of another network</source>
      <translation>die Parameter vor der letzten Änderung sind die eines anderen Netzes</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the parameters it began with are those of another network</source>
      <translation>die Parameter, mit denen es begann, sind die eines anderen Netzes</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>the tensor {name!r} is missing</source>
      <translation>der Tensor {name!r} fehlt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>a tensor {name} is not known here</source>
      <translation>ein Tensor {name} ist hier nicht bekannt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>a whole number from {low} to {high}</source>
      <translation>eine ganze Zahl von {low} bis {high}</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>a finite number</source>
      <translation>eine endliche Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>true or false</source>
      <translation>true oder false</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>a text</source>
      <translation>ein Text</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>a list of at most {n} values</source>
      <translation>eine Liste von höchstens {n} Werten</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>a list of whole numbers</source>
      <translation>eine Liste ganzer Zahlen</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>a list of names</source>
      <translation>eine Liste von Namen</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>a name</source>
      <translation>ein Name</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>is damaged</source>
      <translation>ist beschädigt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>is too large</source>
      <translation>ist zu groß</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>is cut short</source>
      <translation>ist abgeschnitten</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>is refused by the safetensors library</source>
      <translation>wird von der safetensors-Bibliothek abgelehnt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>is no safetensors file, or damaged</source>
      <translation>ist keine safetensors-Datei oder beschädigt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>cannot be used</source>
      <translation>ist nicht benutzbar</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>is no safetensors file, or cut short</source>
      <translation>ist keine safetensors-Datei oder abgeschnitten</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>is no safetensors file</source>
      <translation>ist keine safetensors-Datei</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>does not end where it should</source>
      <translation>endet nicht, wo sie sollte</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>is not {wanted} of nnviz</source>
      <translation>ist etwas anderes als {wanted} von nnviz</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>was written by a newer nnviz</source>
      <translation>wurde von einem neueren nnviz geschrieben</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>holds no network that can be shown</source>
      <translation>enthält kein Netz, das sich zeigen lässt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>does not say enough</source>
      <translation>sagt nicht genug</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>cannot be opened so</source>
      <translation>lässt sich so nicht öffnen</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>nested too deeply</source>
      <translation>zu tief verschachtelt</translation>
    </message>
    <message>
      <location filename="nnviz/files/fields.py" />
      <source>its text</source>
      <translation>ihr Text</translation>
    </message>
    <message>
      <location filename="nnviz/files/header.py" />
      <source>a list of sizes</source>
      <translation>eine Liste von Größen</translation>
    </message>
    <message>
      <location filename="nnviz/files/header.py" />
      <source>where it begins and ends</source>
      <translation>wo er beginnt und endet</translation>
    </message>
    <message>
      <location filename="nnviz/files/header.py" />
      <source>as far apart as its shape and precision want</source>
      <translation>so weit auseinander, wie Form und Genauigkeit es verlangen</translation>
    </message>
    <message>
      <location filename="nnviz/files/header.py" />
      <source>its header</source>
      <translation>ihr Kopf</translation>
    </message>
    <message>
      <location filename="nnviz/files/header.py" />
      <source>a network</source>
      <translation>ein Netz</translation>
    </message>
    <message>
      <location filename="nnviz/files/header.py" />
      <source>a saved state</source>
      <translation>ein gespeicherter Zustand</translation>
    </message>
    <message>
      <location filename="nnviz/files/network_file.py" />
      <source>hidden activation</source>
      <translation>versteckte Aktivierung</translation>
    </message>
    <message>
      <location filename="nnviz/files/network_file.py" />
      <source>output activation</source>
      <translation>Ausgabeaktivierung</translation>
    </message>
    <message>
      <location filename="nnviz/files/network_file.py" />
      <source>cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/files/network_file.py" />
      <source>its {name!r}</source>
      <translation>ihr {name!r}</translation>
    </message>
    <message>
      <location filename="nnviz/files/network_file.py" />
      <source>{some}, no {last}</source>
      <translation>{some}, {last}</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_fields.py" />
      <source>something that can be changed in a race</source>
      <translation>etwas, das sich in einem Rennen ändern lässt</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_fields.py" />
      <source>64 hexadecimal digits</source>
      <translation>64 hexadezimale Ziffern</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_fields.py" />
      <source>a list of hidden neurons</source>
      <translation>eine Liste versteckter Neuronen</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_fields.py" />
      <source>a list in which each neuron stands once</source>
      <translation>eine Liste, in der jedes Neuron einmal steht</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_fields.py" />
      <source>a list of 1 to {n} lanes</source>
      <translation>eine Liste von 1 bis {n} Bahnen</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_fields.py" />
      <source>null, for a bias has none</source>
      <translation>null, denn ein Bias hat keins</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_fields.py" />
      <source>a plain value</source>
      <translation>ein einfacher Wert</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_file.py" />
      <source>F64, rows of {columns}</source>
      <translation>F64, Zeilen zu {columns}</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_file.py" />
      <source>its text '{name}'</source>
      <translation>ihr Text '{name}'</translation>
    </message>
    <message>
      <location filename="nnviz/files/state_file.py" />
      <source>F32, {n} or 1</source>
      <translation>F32, {n} oder 1</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/commands.py" />
      <source>Finish</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/commands.py" />
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/commands.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/commands.py" />
      <source>This step again</source>
      <translation>Diesen Schritt noch einmal</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/commands.py" />
      <source>Show me</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/commands.py" />
      <source>Leave the lesson</source>
      <translation>Lektion verlassen</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/conditions.py" />
      <source>the quantities are</source>
      <translation>die Größen sind</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/conditions.py" />
      <source>“{text}” must be written “{needed}”, with whole numbers</source>
      <translation>„{text}“ wird so geschrieben: „{needed}“, mit ganzen Zahlen</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/conditions.py" />
      <source>“{text}” is no comparison such as “cost &lt; 1”, with one of {all}</source>
      <translation>„{text}“ ist kein Vergleich wie „cost &lt; 1“, mit einem von {all}</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/conditions.py" />
      <source>“{name}” is no number: it can only be = or !=</source>
      <translation>„{name}“ ist keine Zahl: nur = oder != sind möglich</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/conditions.py" />
      <source>a {spec} network has no “{term}”; indices count from 0</source>
      <translation>ein Netz {spec} hat kein „{term}“; Indizes zählen ab 0</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/conditions.py" />
      <source>“{term}” is no number</source>
      <translation>„{term}“ ist keine Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/conditions.py" />
      <source>“{name}” is never “{text}”</source>
      <translation>„{name}“ ist niemals „{text}“</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/conditions.py" />
      <source>{name} is</source>
      <translation>{name} ist</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/fields.py" />
      <source>must be a table, [step.{name}]</source>
      <translation>muss eine Tabelle sein, [step.{name}]</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/fields.py" />
      <source>is needed: a text</source>
      <translation>fehlt: ein Text</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/fields.py" />
      <source>is needed: a number</source>
      <translation>fehlt: eine Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/fields.py" />
      <source>is needed: a list of texts</source>
      <translation>fehlt: eine Liste von Texten</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/fields.py" />
      <source>the keys here are</source>
      <translation>die Schlüssel sind hier</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/fields.py" />
      <source>a list of texts</source>
      <translation>eine Liste von Texten</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/lesson.py" />
      <source>{file}, line {line}</source>
      <translation>{file}, Zeile {line}</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/places.py" />
      <source>“{text}” must be written “{needed}”</source>
      <translation>„{text}“ wird so geschrieben: „{needed}“</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/places.py" />
      <source>the places are</source>
      <translation>die Orte sind</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>is no TOML: {error}</source>
      <translation>ist kein TOML: {error}</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>cannot be read: {reason}</source>
      <translation>ist nicht lesbar: {reason}</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>a lesson needs steps: tables that begin with [[step]]</source>
      <translation>eine Lektion braucht Schritte: Tabellen, die mit [[step]] beginnen</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>at most {n} steps</source>
      <translation>höchstens {n} Schritte</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>the first step has nothing to go on from</source>
      <translation>vor dem ersten Schritt gibt es nichts, was weitergehen könnte</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>needs two choices or more</source>
      <translation>braucht mindestens zwei Antworten zur Wahl</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>how far off a number may be, from 0; choices have none</source>
      <translation>wie weit eine Zahl danebenliegen darf, ab 0; bei Antworten zur Wahl entfällt das</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>the number of the right choice, from 0,</source>
      <translation>die Nummer der richtigen Antwort, ab 0,</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>is needed: the commands that do what the check asks for</source>
      <translation>fehlt: die Befehle, die tun, was die Prüfung verlangt</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>is too large for a lesson</source>
      <translation>ist zu groß für eine Lektion</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>“{value}” is no number</source>
      <translation>„{value}“ ist keine Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>{words} or a quantity</source>
      <translation>{words} oder eine Größe</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>a list of commands, [{ do = "…" }, …]</source>
      <translation>eine Liste von Befehlen, [{ do = "…" }, …]</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>a command, { do = "…" }</source>
      <translation>ein Befehl, { do = "…" }</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>is not written in UTF-8</source>
      <translation>ist nicht in UTF-8 geschrieben</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>the commands are</source>
      <translation>die Befehle sind</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/reader.py" />
      <source>the panels are</source>
      <translation>die Bereiche sind</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/texts.py" />
      <source>a formula stands between $ and $ in one line, or between $$ and $$; a dollar is written \$</source>
      <translation>eine Formel steht zwischen $ und $ in einer Zeile oder zwischen $$ und $$; ein Dollarzeichen wird \$ geschrieben</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/texts.py" />
      <source>a text has no pictures: what it speaks of stands in the window</source>
      <translation>ein Text hat keine Bilder: wovon er spricht, steht im Fenster</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/texts.py" />
      <source>“{text}” has no closing brace</source>
      <translation>„{text}“ hat keine schließende Klammer</translation>
    </message>
    <message>
      <location filename="nnviz/lessons/texts.py" />
      <source>the formula {tex} has a brace too few or too many</source>
      <translation>die Formel {tex} hat eine geschweifte Klammer zu wenig oder zu viel</translation>
    </message>
    <message>
      <location filename="nnviz/loading.py" />
      <source>There is not enough memory for {name}.</source>
      <translation>Für {name} reicht der Speicher nicht.</translation>
    </message>
    <message>
      <location filename="nnviz/loading.py" />
      <source>{name} could not be loaded: {error}</source>
      <translation>{name} konnte nicht geladen werden: {error}</translation>
    </message>
    <message>
      <location filename="nnviz/resources.py" />
      <source>The file {name!r} is missing from this installation; please install nnviz again.</source>
      <translation>Die Datei {name!r} fehlt in dieser Installation; nnviz bitte neu installieren.</translation>
    </message>
    <message>
      <location filename="nnviz/saying.py" />
      <source> (did you mean “{name}”?)</source>
      <translation> (gemeint war „{name}“?)</translation>
    </message>
    <message>
      <location filename="nnviz/saying.py" />
      <source>{some} or {last}</source>
      <translation>{some} oder {last}</translation>
    </message>
    <message>
      <location filename="nnviz/saying.py" />
      <source>{some} and {last}</source>
      <translation>{some} und {last}</translation>
    </message>
    <message>
      <location filename="nnviz/session/curve_descent.py" />
      <source>there is no curve “{name}”</source>
      <translation>eine Kurve „{name}“ gibt es nicht</translation>
    </message>
    <message>
      <location filename="nnviz/session/drawing.py" />
      <source>These data are no images: there is nothing to draw.</source>
      <translation>Diese Daten sind keine Bilder: es gibt nichts zu zeichnen.</translation>
    </message>
    <message>
      <location filename="nnviz/session/drawing.py" />
      <source>Nothing is drawn that could be kept.</source>
      <translation>Es ist nichts gezeichnet, was sich behalten ließe.</translation>
    </message>
    <message>
      <location filename="nnviz/session/drawing.py" />
      <source>{n} drawings are kept, which is as many as there may be.</source>
      <translation>{n} Zeichnungen sind aufgehoben, mehr dürfen es nicht sein.</translation>
    </message>
    <message>
      <location filename="nnviz/session/editing.py" />
      <source>only hidden neurons can be switched off</source>
      <translation>nur versteckte Neuronen sind ausschaltbar</translation>
    </message>
    <message>
      <location filename="nnviz/session/editing.py" />
      <source>these are the parameters of another network</source>
      <translation>das sind die Parameter eines anderen Netzes</translation>
    </message>
    <message>
      <location filename="nnviz/session/editing.py" />
      <source>there the weights are no finite numbers</source>
      <translation>dort sind die Gewichte keine endlichen Zahlen</translation>
    </message>
    <message>
      <location filename="nnviz/session/editing.py" />
      <source>a weight, a bias and an input must be finite numbers</source>
      <translation>Gewicht, Bias und Eingabe müssen endliche Zahlen sein</translation>
    </message>
    <message>
      <location filename="nnviz/session/landmarks.py" />
      <source>The training with seed {seed} has diverged.</source>
      <translation>Das Training mit Seed {seed} ist divergiert.</translation>
    </message>
    <message>
      <location filename="nnviz/session/points.py" />
      <source>these data cannot be changed point by point</source>
      <translation>diese Daten sind nicht Punkt für Punkt änderbar</translation>
    </message>
    <message>
      <location filename="nnviz/session/race.py" />
      <source>a whole number from 1, not {n}</source>
      <translation>eine ganze Zahl ab 1, nicht {n}</translation>
    </message>
    <message>
      <location filename="nnviz/session/race.py" />
      <source>The race stopped with an error: {error}</source>
      <translation>Das Rennen ist mit einem Fehler stehen geblieben: {error}</translation>
    </message>
    <message>
      <location filename="nnviz/session/race.py" />
      <source>a race has at most {n} lanes; take one away first</source>
      <translation>ein Rennen hat höchstens {n} Bahnen; zuerst eine wegnehmen</translation>
    </message>
    <message>
      <location filename="nnviz/session/race.py" />
      <source>this lane is there already</source>
      <translation>diese Bahn gibt es schon</translation>
    </message>
    <message>
      <location filename="nnviz/session/screen.py" />
      <source>the data have {n_inputs} inputs and {n_outputs} outputs; a {spec} network does not fit</source>
      <translation>die Daten haben {n_inputs} Eingaben und {n_outputs} Ausgaben; ein Netz {spec} passt nicht</translation>
    </message>
    <message>
      <location filename="nnviz/session/session.py" />
      <source>This update would make weights too large for numbers. Try a smaller learning rate.</source>
      <translation>Dieses Update würde die Gewichte zu groß für Zahlen machen. Eine kleinere Lernrate hilft.</translation>
    </message>
    <message>
      <location filename="nnviz/session/session.py" />
      <source>the data have no example {n:,}</source>
      <translation>die Daten haben kein Beispiel {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/session/surface_descent.py" />
      <source>there is no surface “{name}”</source>
      <translation>eine Fläche „{name}“ gibt es nicht</translation>
    </message>
    <message>
      <location filename="nnviz/session/training.py" />
      <source>a mini-batch can have at most the {n:,} examples of the training set</source>
      <translation>ein Mini-Batch hat höchstens die {n:,} Beispiele der Trainingsmenge</translation>
    </message>
    <message>
      <location filename="nnviz/session/training.py" />
      <source>the pace must be a number above 0, not {pace}</source>
      <translation>das Tempo muss eine Zahl über 0 sein, nicht {pace}</translation>
    </message>
    <message>
      <location filename="nnviz/session/training.py" />
      <source>The training stopped with an error: {error}</source>
      <translation>Das Training ist mit einem Fehler stehen geblieben: {error}</translation>
    </message>
    <message>
      <location filename="nnviz/training/lanes.py" />
      <source>{value!r} is not known here; choose one of {names}</source>
      <translation>{value!r} ist hier nicht bekannt; zur Wahl: {names}</translation>
    </message>
    <message>
      <location filename="nnviz/training/lanes.py" />
      <source>these data have no classes to train on one of them only</source>
      <translation>diese Daten haben keine Klassen, um nur mit einer zu trainieren</translation>
    </message>
    <message>
      <location filename="nnviz/training/lanes.py" />
      <source>no training example is of class {value}</source>
      <translation>kein Trainingsbeispiel gehört zur Klasse {value}</translation>
    </message>
    <message>
      <location filename="nnviz/training/lanes.py" />
      <source>{what!r} cannot be changed in a race</source>
      <translation>{what!r} lässt sich in einem Rennen nicht ändern</translation>
    </message>
    <message>
      <location filename="nnviz/training/lanes.py" />
      <source>a whole number from 0, not {value}</source>
      <translation>eine ganze Zahl ab 0, nicht {value}</translation>
    </message>
    <message>
      <location filename="nnviz/training/lanes.py" />
      <source>the training set has {n:,} examples, a mini-batch cannot have {value:,}</source>
      <translation>die Trainingsmenge hat {n:,} Beispiele, ein Mini-Batch kann nicht {value:,} haben</translation>
    </message>
    <message>
      <location filename="nnviz/training/lanes.py" />
      <source>this network has no hidden layer whose activation could be changed</source>
      <translation>dieses Netz hat keine versteckte Schicht, deren Aktivierung sich ändern ließe</translation>
    </message>
    <message>
      <location filename="nnviz/training/race_presets.py" />
      <source>{name!r} is not known here; choose one of {names}</source>
      <translation>{name!r} ist hier nicht bekannt; zur Wahl: {names}</translation>
    </message>
    <message>
      <location filename="nnviz/training/settings.py" />
      <source>the learning rate must be a number above 0, not {rate}</source>
      <translation>die Lernrate muss eine Zahl über 0 sein, nicht {rate}</translation>
    </message>
    <message>
      <location filename="nnviz/training/settings.py" />
      <source>at most {most_epochs:,}, not {epochs}</source>
      <translation>höchstens {most_epochs:,}, nicht {epochs}</translation>
    </message>
    <message>
      <location filename="nnviz/training/settings.py" />
      <source>a whole number from 0, not {seed}</source>
      <translation>eine ganze Zahl ab 0, nicht {seed}</translation>
    </message>
    <message>
      <location filename="nnviz/training/settings.py" />
      <source>a whole number from 1, not {value}</source>
      <translation>eine ganze Zahl ab 1, nicht {value}</translation>
    </message>
    <message>
      <location filename="nnviz/training/settings.py" />
      <source>a number from 0, not {value:g}</source>
      <translation>eine Zahl ab 0, nicht {value:g}</translation>
    </message>
    <message>
      <location filename="nnviz/training/settings.py" />
      <source>a number from 0 to less than 1, not {value:g}</source>
      <translation>eine Zahl von 0 bis unter 1, nicht {value:g}</translation>
    </message>
    <message>
      <location filename="nnviz/training/settings.py" />
      <source>a number above 0 and at most 1, not {value:g}</source>
      <translation>eine Zahl über 0 und höchstens 1, nicht {value:g}</translation>
    </message>
    <message>
      <location filename="nnviz/training/trainer.py" />
      <source>the training set has {n:,} examples, a mini-batch cannot have {batch:,}</source>
      <translation>die Trainingsmenge hat {n:,} Beispiele, ein Mini-Batch kann nicht {batch:,} haben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Takes the last change of the network back, exactly.</source>
      <translation>Nimmt die letzte Änderung des Netzes zurück, ganz genau.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Brings back the change that was taken back last.</source>
      <translation>Stellt die zuletzt zurückgenommene Änderung wieder her.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Lets go of the chosen neuron, weight or bias.</source>
      <translation>Lässt das gewählte Neuron, Gewicht oder Bias los.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Reveals the next phase: weighted sums, activations, the cost, then backwards the gradients.</source>
      <translation>Zeigt die nächste Phase: gewichtete Summen, Aktivierungen, die Kosten, dann rückwärts die Gradienten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Takes the last phase back, exactly, an update too.</source>
      <translation>Nimmt die letzte Phase zurück, ganz genau, auch ein Update.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Plays forward pass, backward pass and update, one phase after the other.</source>
      <translation>Spielt Vorwärtsdurchlauf, Rückwärtsdurchlauf und Update ab, eine Phase nach der anderen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Begins the calculation for this example again.</source>
      <translation>Beginnt die Rechnung für dieses Beispiel von vorn.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows the whole forward pass, up to the cost of this example.</source>
      <translation>Zeigt den ganzen Vorwärtsdurchlauf, bis zu den Kosten dieses Beispiels.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows the network the next example of the set.</source>
      <translation>Zeigt dem Netz das nächste Beispiel der Menge.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows the network the example before.</source>
      <translation>Zeigt dem Netz das Beispiel davor.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows the network any example of the set.</source>
      <translation>Zeigt dem Netz irgendein Beispiel der Menge.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows the network the next example of the set that it takes for something else.</source>
      <translation>Zeigt dem Netz das nächste Beispiel der Menge, das es für etwas anderes hält.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows the network the example before that it takes for something else.</source>
      <translation>Zeigt dem Netz das vorige Beispiel, das es für etwas anderes hält.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows all examples of a set at a glance: in order, by class, only the wrong ones, or at random.</source>
      <translation>Zeigt alle Beispiele einer Menge auf einen Blick: der Reihe nach, nach Klassen, nur die falschen oder zufällig.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Opens a pad to draw on: what is drawn becomes the network's input, stroke by stroke.</source>
      <translation>Öffnet eine Zeichenfläche: was darauf gezeichnet wird, ist die Eingabe des Netzes, Strich für Strich.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows the network noise, and how sure it is of its nonsense.</source>
      <translation>Zeigt dem Netz Rauschen, und wie sicher es sich seines Unsinns ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows the network the same pixels in another order: as much ink, but no digit.</source>
      <translation>Zeigt dem Netz dieselben Pixel in anderer Reihenfolge: gleich viel Tinte, aber keine Ziffer.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Shows the network the mean of this example and any other, to see which of the two it takes it for.</source>
      <translation>Zeigt dem Netz das Mittel aus diesem und irgendeinem anderen Beispiel: für welches von beiden hält es das?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Runs stochastic gradient descent: mini-batch after mini-batch, θ ← θ − {η} ∇{C}.</source>
      <translation>Führt stochastischen Gradientenabstieg aus: Mini-Batch nach Mini-Batch, θ ← θ − {η} ∇{C}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Ends the training; what the network has learned stays.</source>
      <translation>Beendet das Training; was das Netz gelernt hat, bleibt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Trains on the next example of the shuffled set alone: one update from its gradient.</source>
      <translation>Trainiert mit dem nächsten Beispiel der gemischten Menge allein: ein Update aus seinem Gradienten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Trains on the next mini-batch: one update from the mean gradient of its examples.</source>
      <translation>Trainiert mit dem nächsten Mini-Batch: ein Update aus dem mittleren Gradienten seiner Beispiele.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Trains until every training example has been used once.</source>
      <translation>Trainiert, bis jedes Trainingsbeispiel einmal benutzt wurde.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Goes back to the very weights and biases this network began with.</source>
      <translation>Kehrt genau zu den Gewichten und Biases zurück, mit denen dieses Netz begonnen hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Changes every weight and bias a little, sees what the cost does, and compares with ∇{C}.</source>
      <translation>Ändert jedes Gewicht und jeden Bias ein wenig, sieht nach, was die Kosten tun, und vergleicht mit ∇{C}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Goes to the next step of the lesson.</source>
      <translation>Geht zum nächsten Schritt der Lektion.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Goes to the step before, as it began.</source>
      <translation>Geht zum Schritt davor, wie er begann.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Sets this step up as it began.</source>
      <translation>Stellt diesen Schritt so her, wie er begann.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Does what there is to do in this step.</source>
      <translation>Tut, was in diesem Schritt zu tun ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/actions.py" />
      <source>Ends the lesson; all is as it was before. So does Esc, once nothing is chosen.</source>
      <translation>Beendet die Lektion; alles ist wieder wie vorher. Das tut auch Esc, sobald nichts gewählt ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/accumulator.py" />
      <source>What the examples added so far want together: blue should rise, red should fall.</source>
      <translation>Was die bisherigen Beispiele zusammen wollen: Blau soll steigen, Rot soll fallen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/accumulator.py" />
      <source>&lt;b&gt;How far the accumulator has filled&lt;/b&gt;&lt;br&gt;Gray: how many of the examples were added.&lt;br&gt;Bright: what is left of their pull, ‖Σ g‖ / Σ ‖g‖. The difference has canceled.</source>
      <translation>&lt;b&gt;Wie weit der Akkumulator gefüllt ist&lt;/b&gt;&lt;br&gt;Grau: wie viele der Beispiele addiert sind.&lt;br&gt;Hell: was von ihrem Zug übrig ist, ‖Σ g‖ / Σ ‖g‖. Der Unterschied hat sich aufgehoben.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>Takes the last step back, exactly; before the first example, the update that led here.</source>
      <translation>Nimmt den letzten Schritt zurück, ganz genau; vor dem ersten Beispiel das Update, das hierher geführt hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>Adds the next example's nudges to the accumulator; then takes the mean; then updates.</source>
      <translation>Addiert die Anstöße des nächsten Beispiels im Akkumulator; bildet dann das Mittel; macht dann das Update.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>back</source>
      <translation>zurück</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>example</source>
      <translation>Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>play</source>
      <translation>abspielen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>Adds one example after the other, up to the mean.</source>
      <translation>Addiert ein Beispiel nach dem anderen, bis zum Mittel.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>to the mean</source>
      <translation>zum Mittel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>Adds all of them and takes the mean.</source>
      <translation>Addiert alle und bildet das Mittel.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>Examples in a mini-batch.</source>
      <translation>Beispiele in einem Mini-Batch.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/controls.py" />
      <source>The same setting as “batch” in the training bar.</source>
      <translation>Dieselbe Einstellung wie „Batch“ in der Trainingsleiste.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/grid.py" />
      <source>The examples of the mini-batch</source>
      <translation>Die Beispiele des Mini-Batch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/grid.py" />
      <source>label {label}</source>
      <translation>Label {label}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/grid.py" />
      <source>Still to come: its nudges have not been added yet.</source>
      <translation>Kommt noch: seine Anstöße sind noch nicht addiert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/grid.py" />
      <source>length of its gradient: {length}</source>
      <translation>Länge seines Gradienten: {length}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/grid.py" />
      <source>cosine with the sum so far: {cosine}</source>
      <translation>Kosinus zur bisherigen Summe: {cosine}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/grid.py" />
      <source>1: it pulls the same way; 0: across; −1: against it.</source>
      <translation>1: es zieht in dieselbe Richtung; 0: quer dazu; −1: dagegen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/panel.py" />
      <source>A mini-batch, step by step</source>
      <translation>Ein Mini-Batch, Schritt für Schritt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/panel.py" />
      <source>empty: “example” adds the first one</source>
      <translation>leer: „Beispiel“ addiert das erste</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>Compare sizes</source>
      <translation>Größen vergleichen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>How well the examples of a mini-batch agree, and how near its mean comes to the gradient of</source>
      <translation>Wie gut die Beispiele eines Mini-Batch übereinstimmen, und wie nah sein Mittel dem Gradienten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>the whole training set: for mini-batches of 1, 10, 100 and all examples.</source>
      <translation>der ganzen Trainingsmenge kommt: für Mini-Batches aus 1, 10, 100 und allen Beispielen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>computing …</source>
      <translation>rechnet …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>mini-batch of</source>
      <translation>Mini-Batch aus</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>How many examples.</source>
      <translation>Wie viele Beispiele.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>mean cosine</source>
      <translation>mittl. Kosinus</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>The mean cosine of an example's gradient with the mean of its mini-batch.</source>
      <translation>Der mittlere Kosinus zwischen dem Gradienten eines Beispiels und dem Mittel seines Mini-Batch.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>cancels</source>
      <translation>hebt sich auf</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>Which share of all nudges cancels within the mini-batch.</source>
      <translation>Welcher Anteil aller Anstöße sich im Mini-Batch aufhebt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>along ∇ of all</source>
      <translation>längs ∇ von allen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/sizes.py" />
      <source>The cosine of the mini-batch's gradient with that of the whole training set.</source>
      <translation>Der Kosinus zwischen dem Gradienten des Mini-Batch und dem der ganzen Trainingsmenge.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/strip.py" />
      <source>The mini-batches of the epoch</source>
      <translation>Die Mini-Batches der Epoche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/batch/strip.py" />
      <source>&lt;b&gt;One epoch&lt;/b&gt;&lt;br&gt;The training set is shuffled and cut into mini-batches; each makes one update. After the last one it is shuffled anew.</source>
      <translation>&lt;b&gt;Eine Epoche&lt;/b&gt;&lt;br&gt;Die Trainingsmenge wird gemischt und in Mini-Batches zerlegt; jeder ergibt ein Update. Nach dem letzten wird neu gemischt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/factors.py" />
      <source>The quotients come near the derivatives as the nudge becomes small.</source>
      <translation>Die Quotienten nähern sich den Ableitungen, wenn der Anstoß klein wird.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/factors.py" />
      <source>Quotients and derivatives</source>
      <translation>Quotienten und Ableitungen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/lines.py" />
      <source>The number lines of the chain</source>
      <translation>Die Zahlengeraden der Kette</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/nudge.py" />
      <source>The smaller the nudge, the nearer the quotients come to the derivatives.</source>
      <translation>Je kleiner der Anstoß, desto näher kommen die Quotienten den Ableitungen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/nudge.py" />
      <source>The weight or bias that is nudged; a click on its number line chooses it, too.</source>
      <translation>Das Gewicht oder der Bias, der angestoßen wird; ein Klick auf die Zahlengerade wählt ebenfalls.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/nudge.py" />
      <source>Drag, or Tab and ← →; with Shift finer. The network itself keeps its numbers.</source>
      <translation>Ziehen, oder Tab und ← →; mit Umschalt feiner. Das Netz selbst behält seine Zahlen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/nudge.py" />
      <source>Size of the nudge</source>
      <translation>Größe des Anstoßes</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/nudge.py" />
      <source>What is nudged</source>
      <translation>Was angestoßen wird</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/nudge.py" />
      <source>Size of the nudge Δ</source>
      <translation>Größe des Anstoßes Δ</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/nudge.py" />
      <source>nudge</source>
      <translation>Anstoß</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/nudge.py" />
      <source>by Δ =</source>
      <translation>um Δ =</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/panel.py" />
      <source>A new network on data of one number in, one out. Undo (Ctrl+Z) brings this one back.</source>
      <translation>Ein neues Netz auf Daten mit einer Zahl hinein und einer heraus. Rückgängig (Strg+Z) bringt das jetzige zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/panel.py" />
      <source>The chain of single neurons</source>
      <translation>Die Kette einzelner Neuronen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/panel.py" />
      <source>the example's y</source>
      <translation>das y des Beispiels</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/panel.py" />
      <source>Back to the example's y</source>
      <translation>Zurück zum y des Beispiels</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/panel.py" />
      <source>Ends the question: what if y were …</source>
      <translation>Beendet die Frage: was wäre, wenn y …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/panel.py" />
      <source>It shows a network of one neuron in each layer, and this one is {spec}.</source>
      <translation>Es zeigt ein Netz mit einem Neuron in jeder Schicht, und dieses ist {spec}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/chain/panel.py" />
      <source>Open the chain 1-1-1-1</source>
      <translation>Die Kette 1-1-1-1 öffnen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/color_switch.py" />
      <source>Weights of color images</source>
      <translation>Gewichte von Farbbildern</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>Kind of curve</source>
      <translation>Art der Kurve</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>What the points are drawn from. The network stays, and undo brings the old points back.</source>
      <translation>Woraus die Punkte gezogen werden. Das Netz bleibt, und Rückgängig bringt die alten Punkte zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>Points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>One in five is for the test.</source>
      <translation>Jeder fünfte ist für den Test.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>The standard deviation by which y is moved at random, in hundredths.</source>
      <translation>Die Standardabweichung, um die y zufällig verschoben wird, in Hundertsteln.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>Closer than that no network can come to points it has not seen.</source>
      <translation>Näher kann kein Netz Punkten kommen, die es nicht gesehen hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>The same seed draws the same points again.</source>
      <translation>Derselbe Seed zieht wieder dieselben Punkte.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>Other points</source>
      <translation>Andere Punkte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>Draws points of the same kind from another seed.</source>
      <translation>Zieht Punkte derselben Art mit einem anderen Seed.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>seed</source>
      <translation>Seed</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>Choose other data by File › Data.</source>
      <translation>Andere Daten über Datei › Daten wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>Noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>Seed</source>
      <translation>Seed</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>% noise</source>
      <translation>% Rauschen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/controls.py" />
      <source>other data</source>
      <translation>andere Daten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/hand.py" />
      <source>The network's function and the points</source>
      <translation>Die Funktion des Netzes und die Punkte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/legend.py" />
      <source>network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/legend.py" />
      <source>least squares</source>
      <translation>kleinste Quadrate</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>Undo (Ctrl+Z) brings back what is here now.</source>
      <translation>Rückgängig (Strg+Z) bringt zurück, was jetzt hier ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>It shows data of 1 input and 1 output, and these have {n:,} and {m:,}.</source>
      <translation>Es zeigt Daten mit 1 Eingabe und 1 Ausgabe, und diese haben {n:,} und {m:,}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>The network as a curve</source>
      <translation>Das Netz als Kurve</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>What is drawn</source>
      <translation>Was gezeichnet wird</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>Which points there are: their kind, number, noise and seed.</source>
      <translation>Welche Punkte es gibt: Art, Anzahl, Rauschen und Seed.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>A sine, and a network for it</source>
      <translation>Ein Sinus und ein Netz dafür</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>A line: linear regression</source>
      <translation>Eine Gerade: lineare Regression</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>function</source>
      <translation>Funktion</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>&lt;b&gt;The function&lt;/b&gt;&lt;br&gt;What the network answers to every x.</source>
      <translation>&lt;b&gt;Die Funktion&lt;/b&gt;&lt;br&gt;Was das Netz auf jedes x antwortet.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>pieces</source>
      <translation>Stücke</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>One hidden layer of 16 bends through it.</source>
      <translation>Eine versteckte Schicht aus 16 Neuronen biegt sich hindurch.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>A network without a hidden layer.</source>
      <translation>Ein Netz ohne versteckte Schicht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/panel.py" />
      <source>&lt;b&gt;Its pieces&lt;/b&gt;</source>
      <translation>&lt;b&gt;Ihre Stücke&lt;/b&gt;</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/table.py" />
      <source>How close the network comes</source>
      <translation>Wie nah das Netz kommt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/table.py" />
      <source>slope w</source>
      <translation>Steigung w</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/table.py" />
      <source>How much the output rises with x.</source>
      <translation>Wie stark die Ausgabe mit x steigt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/table.py" />
      <source>intercept b</source>
      <translation>Achsenabschnitt b</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/table.py" />
      <source>The output at x = 0.</source>
      <translation>Die Ausgabe bei x = 0.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/curve/table.py" />
      <source>still apart</source>
      <translation>noch entfernt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_button.py" />
      <source>Data: {name}</source>
      <translation>Daten: {name}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_button.py" />
      <source>Click: choose other data. (Ctrl+D)</source>
      <translation>Klick: andere Daten wählen. (Strg+D)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Goes on with these data; undo brings the present ones back. (Enter)</source>
      <translation>Macht mit diesen Daten weiter; Rückgängig bringt die jetzigen zurück. (Eingabetaste)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Leaves everything as it is; while data are loaded, stops that. (Esc)</source>
      <translation>Lässt alles, wie es ist; während Daten geladen werden, hält es das an. (Esc)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Use these data</source>
      <translation>Diese Daten benutzen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Download ({size} MB) and use</source>
      <translation>Laden ({size} MB) und benutzen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Choose the archive…</source>
      <translation>Archiv wählen…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Choose a file…</source>
      <translation>Datei wählen…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Choose a folder…</source>
      <translation>Ordner wählen…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Draw some…</source>
      <translation>Zeichnen…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/buttons.py" />
      <source>Reading …</source>
      <translation>Liest …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/details.py" />
      <source>What is chosen</source>
      <translation>Was gewählt ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/details.py" />
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/details.py" />
      <source>Without the internet: the folder that holds MNIST's four files.</source>
      <translation>Ohne Internet: der Ordner mit den vier Dateien von MNIST.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/dialog.py" />
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/dialog.py" />
      <source>A file or a folder can also be dropped here, or anywhere on the window.</source>
      <translation>Eine Datei oder ein Ordner lässt sich auch hierher oder irgendwo auf das Fenster ziehen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/dialog.py" />
      <source>{name} holds no data: no table, no arrays, no images.</source>
      <translation>{name} enthält keine Daten: keine Tabelle, keine Arrays, keine Bilder.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>CIFAR-10, 60,000 color photographs</source>
      <translation>CIFAR-10, 60 000 Farbfotos</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>CSV or TSV: a row for each example, one column to be learned. NPZ: NumPy arrays of inputs and labels. What was understood of it is shown before it is taken.</source>
      <translation>CSV oder TSV: eine Zeile je Beispiel, eine Spalte wird gelernt. NPZ: NumPy-Arrays aus Eingaben und Labels. Was davon verstanden wurde, wird vor der Übernahme gezeigt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>A folder that holds a folder of images for each class (PNG, JPEG, BMP), the four IDX files of a set like MNIST, or CIFAR-10.</source>
      <translation>Ein Ordner mit einem Bilderordner je Klasse (PNG, JPEG, BMP), mit den vier IDX-Dateien einer Menge wie MNIST, oder mit CIFAR-10.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>Your own folder</source>
      <translation>Ein eigener Ordner</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>Table…</source>
      <translation>Tabelle…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>Your own table or arrays</source>
      <translation>Eigene Tabelle oder Arrays</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>Folder…</source>
      <translation>Ordner…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>Images</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>Points in the plane</source>
      <translation>Punkte in der Ebene</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>Curves: values to be met</source>
      <translation>Kurven: Werte zu treffen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>Your own, and used last</source>
      <translation>Eigene und zuletzt benutzte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>70,000 digits of 28×28</source>
      <translation>70 000 Ziffern zu 28×28</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>airplane</source>
      <translation>Flugzeug</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>automobile</source>
      <translation>Auto</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>bird</source>
      <translation>Vogel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>cat</source>
      <translation>Katze</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>deer</source>
      <translation>Hirsch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>dog</source>
      <translation>Hund</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>frog</source>
      <translation>Frosch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>horse</source>
      <translation>Pferd</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>ship</source>
      <translation>Schiff</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>truck</source>
      <translation>Lastwagen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/entries.py" />
      <source>none is kept yet</source>
      <translation>noch keine aufgehoben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/recipe_form.py" />
      <source>Number of points</source>
      <translation>Anzahl der Punkte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/recipe_form.py" />
      <source>One in five is for the test, all others for training.</source>
      <translation>Jeder fünfte ist für den Test, alle anderen für das Training.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/recipe_form.py" />
      <source>How far points are moved at random: the standard deviation, in hundredths.</source>
      <translation>Wie weit Punkte zufällig verschoben werden: die Standardabweichung, in Hundertsteln.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/recipe_form.py" />
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/recipe_form.py" />
      <source>How many blobs there are.</source>
      <translation>Wie viele Wolken es gibt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/recipe_form.py" />
      <source>noise, %</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/recipe_form.py" />
      <source>classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/recipe_form.py" />
      <source>the network is given</source>
      <translation>das Netz erhält</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/recipe_form.py" />
      <source>Gives the network this number of each point as an input.</source>
      <translation>Gibt dem Netz diese Zahl jedes Punktes als Eingabe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/tiles.py" />
      <source>These data are open.</source>
      <translation>Diese Daten sind offen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_chooser/tiles.py" />
      <source>Double-click: use them.</source>
      <translation>Doppelklick: benutzen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_opener.py" />
      <source>Folder of images or IDX files</source>
      <translation>Ordner mit Bildern oder IDX-Dateien</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_opener.py" />
      <source>CIFAR-10's binary version, cifar-10-binary.tar.gz</source>
      <translation>Binärversion von CIFAR-10, cifar-10-binary.tar.gz</translation>
    </message>
    <message>
      <location filename="nnviz/ui/data_opener.py" />
      <source>Tables and arrays</source>
      <translation>Tabellen und Arrays</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/chooser.py" />
      <source>What goes downhill here.</source>
      <translation>Was hier bergab geht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/chooser.py" />
      <source>The cost {C} as a formula</source>
      <translation>Die Kosten {C} als Formel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/chooser.py" />
      <source>Type any formula in {variables}.</source>
      <translation>Eine beliebige Formel in {variables}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/chooser.py" />
      <source>+ − * / ^ ( ), sin, cos, tan, exp, log, sqrt, abs, tanh, sigmoid, relu, pi, e.</source>
      <translation>+ − * / ^ ( ), sin, cos, tan, exp, log, sqrt, abs, tanh, sigmoid, relu, pi, e.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/paint.py" />
      <source>cost {C} over {letter}</source>
      <translation>Kosten {C} über {letter}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/paint.py" />
      <source>in the network: {x}</source>
      <translation>im Netz: {x}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/paint.py" />
      <source>computing the curve …</source>
      <translation>rechnet die Kurve …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/paint.py" />
      <source>hatched: the formula has no value there</source>
      <translation>schraffiert: dort hat die Formel keinen Wert</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>Descent in one dimension</source>
      <translation>Abstieg in einer Dimension</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>Which curve</source>
      <translation>Welche Kurve</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>Twenty balls</source>
      <translation>Zwanzig Kugeln</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>Sets twenty more down, evenly spaced, and counts in which minimum each of them ends.</source>
      <translation>Setzt zwanzig weitere in gleichen Abständen und zählt, in welchem Minimum jede endet.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>x</source>
      <translation>x</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>Where one begins decides in which minimum one ends.</source>
      <translation>Wo man beginnt, entscheidet, in welchem Minimum man endet.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>Above {η} = 0.5 each step goes past the bottom; from {η} = 1 on it never gets there.</source>
      <translation>Über {η} = 0.5 geht jeder Schritt über den Grund hinaus; ab {η} = 1 kommt er nie an.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>Two minima, one lower than the other: the ball does not know of the lower one.</source>
      <translation>Zwei Minima, eines tiefer als das andere: die Kugel weiß nichts vom tieferen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>The squared error of a sigmoid neuron: where it is saturated there is hardly a slope.</source>
      <translation>Der quadratische Fehler eines Sigmoid-Neurons: wo es gesättigt ist, gibt es kaum eine Steigung.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>As steep beside the bottom as anywhere: with a fixed {η} the ball hops across and hardly rests.</source>
      <translation>Neben dem Grund so steil wie überall: mit festem {η} hüpft die Kugel hin und her und kommt kaum zur Ruhe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>Any formula in x: + − * / ^, sin, cos, exp, log, sqrt, abs, tanh, sigmoid, relu, pi, e.</source>
      <translation>Eine beliebige Formel in x: + − * / ^, sin, cos, exp, log, sqrt, abs, tanh, sigmoid, relu, pi, e.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>The real cost of the open network, all its other weights and biases held still.</source>
      <translation>Die wirklichen Kosten des offenen Netzes, alle anderen Gewichte und Biases festgehalten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/panel.py" />
      <source>twenty balls</source>
      <translation>zwanzig Kugeln</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/plot.py" />
      <source>The curve and the ball</source>
      <translation>Die Kurve und die Kugel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/plot.py" />
      <source>&lt;b&gt;The ball&lt;/b&gt;&lt;br&gt;Press or drag to set it down anywhere; with the keyboard Tab and ← →.&lt;br&gt;The wheel, + and − show more or less of the axis.</source>
      <translation>&lt;b&gt;Die Kugel&lt;/b&gt;&lt;br&gt;Drücken oder ziehen setzt sie irgendwohin; mit der Tastatur Tab und ← →.&lt;br&gt;Das Mausrad, + und − zeigen mehr oder weniger von der Achse.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/readings.py" />
      <source>In which minimum each of the twenty balls has ended</source>
      <translation>In welchem Minimum jede der zwanzig Kugeln geendet ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/readings.py" />
      <source>gone</source>
      <translation>fort</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/step.py" />
      <source>{letter} = {x}</source>
      <translation>{letter} = {x}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>steepest</source>
      <translation>steilstes</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>The weight with the largest ∂{C}/∂w just now.</source>
      <translation>Das Gewicht mit dem jetzt größten ∂{C}/∂w.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>any</source>
      <translation>anderes</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>Any weight or bias of the network.</source>
      <translation>Irgendein Gewicht oder Bias des Netzes.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>Which examples</source>
      <translation>Welche Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>take this value</source>
      <translation>diesen Wert übernehmen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>Writes the ball's place into the network; undo (Ctrl+Z) brings it back.</source>
      <translation>Schreibt die Stelle der Kugel ins Netz; Rückgängig (Strg+Z) nimmt es zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>take {letter} = {x}</source>
      <translation>{letter} = {x} übernehmen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>training</source>
      <translation>Training</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>The average cost over training examples</source>
      <translation>Die mittleren Kosten über Trainingsbeispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>this example</source>
      <translation>dieses Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/curve/weight.py" />
      <source>The cost of the example on the screen alone</source>
      <translation>Die Kosten nur des Beispiels auf dem Bildschirm</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>What is drawn of the cost</source>
      <translation>Was von den Kosten gezeichnet wird</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Reach</source>
      <translation>Reichweite</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>How many steps of {η} the picture goes, each along the same −∇{C}.</source>
      <translation>Wie viele Schritte {η} das Bild weit geht, alle längs desselben −∇{C}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>How far to both sides</source>
      <translation>Wie weit zu beiden Seiten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>As a share of the length of θ.</source>
      <translation>Als Anteil der Länge von θ.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Seed of the direction</source>
      <translation>Seed der Richtung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>The same seed draws the same direction.</source>
      <translation>Derselbe Seed zieht dieselbe Richtung.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Where the line leads</source>
      <translation>Wohin die Gerade führt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>A moment of the history: an epoch's end, a change by hand.</source>
      <translation>Ein Moment des Verlaufs: das Ende einer Epoche, eine Änderung von Hand.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Where another seed's training, or a lane of the race, has ended.</source>
      <translation>Wo das Training mit einem anderen Seed oder eine Bahn des Rennens geendet ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>to</source>
      <translation>nach</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Seed of another network</source>
      <translation>Seed eines anderen Netzes</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Draws its first numbers, and shuffles for it.</source>
      <translation>Zieht dessen erste Zahlen und mischt dafür.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Train another seed</source>
      <translation>Mit anderem Seed trainieren</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>The same layers, data and settings, as long as this network was trained; beside the window.</source>
      <translation>Dieselben Schichten, Daten und Einstellungen, so lange wie dieses Netz trainiert wurde; neben dem Fenster.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>The cost on training examples: what the training lowers.</source>
      <translation>Die Kosten der Trainingsbeispiele: was das Training senkt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>The cost on test examples: their map is a little different.</source>
      <translation>Die Kosten der Testbeispiele: ihre Karte ist etwas anders.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Whose cost</source>
      <translation>Wessen Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>log</source>
      <translation>log</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Logarithmic colors</source>
      <translation>Logarithmische Farben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Each step of color is so many times as much: the bottom of the valley becomes visible.</source>
      <translation>Jede Farbstufe ist so und so vielmal so viel: der Talgrund wird sichtbar.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>How many examples</source>
      <translation>Wie viele Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>The cost is their average. More take longer, and change the picture little.</source>
      <translation>Die Kosten sind ihr Mittel. Mehr dauern länger und ändern das Bild wenig.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Another direction</source>
      <translation>Andere Richtung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>The next seed.</source>
      <translation>Der nächste Seed.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Train it</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>Corner {letter}</source>
      <translation>Ecke {letter}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>The plane goes through these three.</source>
      <translation>Die Ebene geht durch diese drei.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>reach</source>
      <translation>Reichweite</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/controls.py" />
      <source>another seed</source>
      <translation>anderer Seed</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/legend.py" />
      <source>{C}</source>
      <translation>{C}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/legend.py" />
      <source>NaN, ∞</source>
      <translation>NaN, ∞</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>Train {n} epochs</source>
      <translation>{n} Epochen trainieren</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>at ({s}, {t})</source>
      <translation>bei ({s}, {t})</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>The network's own cost</source>
      <translation>Die Kosten des Netzes selbst</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>So far: {sample}</source>
      <translation>Bis jetzt: {sample}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>here</source>
      <translation>hier</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>on the plane, nearest to here</source>
      <translation>auf der Ebene, am nächsten zu hier</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>Flat out, with the present settings.</source>
      <translation>Mit voller Geschwindigkeit, mit den jetzigen Einstellungen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>Pauses the training; it can go on later.</source>
      <translation>Unterbricht das Training; es kann später weitergehen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>The same layers, data and settings.</source>
      <translation>Dieselben Schichten, Daten und Einstellungen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>Takes the last change back.</source>
      <translation>Nimmt die letzte Änderung zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/panel.py" />
      <source>straight line</source>
      <translation>Gerade</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/plane_picture.py" />
      <source>{C} = {cost}</source>
      <translation>{C} = {cost}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/plane_picture.py" />
      <source>start</source>
      <translation>Anfang</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/plane_picture.py" />
      <source>end</source>
      <translation>Ende</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/slice_picture.py" />
      <source>{η}</source>
      <translation>{η}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/slice_picture.py" />
      <source>off by a tenth</source>
      <translation>um ein Zehntel daneben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/status.py" />
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/status.py" />
      <source>What is drawn so far stays.</source>
      <translation>Was schon gezeichnet ist, bleibt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/status.py" />
      <source>Go on</source>
      <translation>Weitermachen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/status.py" />
      <source>Computes the picture once more, to the end.</source>
      <translation>Rechnet das Bild noch einmal, bis zum Ende.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/status.py" />
      <source>Brings the parameters back that were there before (Ctrl+Z).</source>
      <translation>Bringt die Parameter zurück, die vorher da waren (Strg+Z).</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/status.py" />
      <source>Training a network from seed {seed} …</source>
      <translation>Trainiert ein Netz mit Seed {seed} …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/network/status.py" />
      <source>Stopped before it was finished. {sample}</source>
      <translation>Vor dem Ende angehalten. {sample}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/panel.py" />
      <source>What goes downhill</source>
      <translation>Was bergab geht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/rate.py" />
      <source>Learning rate {η}</source>
      <translation>Lernrate {η}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/rate.py" />
      <source>How far a step goes: {η} times the slope, downhill. Long steps overshoot.</source>
      <translation>Wie weit ein Schritt geht: {η} mal die Steigung, bergab. Lange Schritte schießen übers Ziel hinaus.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/rate.py" />
      <source>What each learning rate would do from here: creep, go down, overshoot, diverge</source>
      <translation>Was jede Lernrate von hier aus täte: kriechen, absteigen, übers Ziel schießen, divergieren</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/rate.py" />
      <source>The scale is logarithmic: from 0.0001 to 100.</source>
      <translation>Die Skala ist logarithmisch: von 0.0001 bis 100.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/rate.py" />
      <source>↑ ↓ step it: 1, 2, 5, 10 …</source>
      <translation>↑ ↓ stufen sie: 1, 2, 5, 10 …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/compare.py" />
      <source>The cost of each walker</source>
      <translation>Die Kosten jedes Wanderers</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/compare.py" />
      <source>Over what</source>
      <translation>Worüber</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/compare.py" />
      <source>over steps</source>
      <translation>über Schritte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/compare.py" />
      <source>Each update counts the same, however long it took.</source>
      <translation>Jedes Update zählt gleich, wie lange es auch gedauert hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/compare.py" />
      <source>over examples</source>
      <translation>über Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/compare.py" />
      <source>The honest clock: a gradient costs as much time as it has looked at examples.</source>
      <translation>Die ehrliche Uhr: ein Gradient kostet so viel Zeit, wie er Beispiele angesehen hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/contours.py" />
      <source>Lines of equal cost, and the point</source>
      <translation>Linien gleicher Kosten und der Punkt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/contours.py" />
      <source>&lt;b&gt;From above&lt;/b&gt;&lt;br&gt;Each line joins points of equal cost. Press or drag to set the point down; with the keyboard Tab and the arrows. The wheel, + and − show less or more.&lt;br&gt;The gold arrow shows which way the cost falls fastest, not how far a step goes: it is always of one length. The ring is where the next step leads.</source>
      <translation>&lt;b&gt;Von oben&lt;/b&gt;&lt;br&gt;Jede Linie verbindet Punkte gleicher Kosten. Drücken oder ziehen setzt den Punkt; mit der Tastatur Tab und die Pfeile. Das Mausrad, + und − zeigen weniger oder mehr.&lt;br&gt;Der goldene Pfeil zeigt, in welche Richtung die Kosten am schnellsten sinken, nicht wie weit ein Schritt geht: er ist immer gleich lang. Der Ring liegt dort, wohin der nächste Schritt führt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/contours.py" />
      <source>{name} →</source>
      <translation>{name} →</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/contours.py" />
      <source>↑ {name}</source>
      <translation>↑ {name}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/contours.py" />
      <source>arrow: direction only</source>
      <translation>Pfeil: nur die Richtung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/contours.py" />
      <source>hatched: no value there</source>
      <translation>schraffiert: dort kein Wert</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/options.py" />
      <source>What a step is</source>
      <translation>Was ein Schritt ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/options.py" />
      <source>Mini-batch size</source>
      <translation>Größe des Mini-Batch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/options.py" />
      <source>How many examples a mini-batch has.</source>
      <translation>Wie viele Beispiele ein Mini-Batch hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/options.py" />
      <source>Of the points, and of the order they are taken in.</source>
      <translation>Der Punkte, und der Reihenfolge, in der sie drankommen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/options.py" />
      <source>batch</source>
      <translation>Batch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/options.py" />
      <source>one update each</source>
      <translation>je ein Update</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/options.py" />
      <source>In one step each walker makes one update.</source>
      <translation>In einem Schritt macht jeder Wanderer ein Update.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/options.py" />
      <source>one epoch each</source>
      <translation>je eine Epoche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/options.py" />
      <source>In one step each looks at every example once: the same time for all.</source>
      <translation>In einem Schritt sieht jeder jedes Beispiel einmal an: für alle dieselbe Zeit.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>Descent in two dimensions</source>
      <translation>Abstieg in zwei Dimensionen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>Which surface</source>
      <translation>Welche Fläche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>x1 and x2</source>
      <translation>x1 und x2</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>A real network of one weight and one bias; its points, mini-batches and gradients are real.</source>
      <translation>Ein wirkliches Netz mit einem Gewicht und einem Bias; seine Punkte, Mini-Batches und Gradienten sind echt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>A real sigmoid neuron: where it is saturated, the cost is all but flat.</source>
      <translation>Ein wirkliches Sigmoid-Neuron: wo es gesättigt ist, sind die Kosten so gut wie eben.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>Every step points to the bottom.</source>
      <translation>Jeder Schritt zeigt zum Grund.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>Steep across, flat along: the gradient points across, so the path goes to and fro.</source>
      <translation>Quer steil, längs flach: der Gradient zeigt quer, also geht der Weg hin und her.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>Up in one direction, down in another, and flat in the middle without being a minimum.</source>
      <translation>In einer Richtung aufwärts, in der anderen abwärts, und in der Mitte eben, ohne ein Minimum zu sein.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>Rosenbrock's valley: down into it is easy, along it is slow.</source>
      <translation>Das Tal von Rosenbrock: hinein ist leicht, hindurch ist langsam.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/panel.py" />
      <source>Any formula in x1 and x2: + − * / ^, sin, cos, exp, log, sqrt, abs, tanh, sigmoid, relu, pi, e.</source>
      <translation>Eine beliebige Formel in x1 und x2: + − * / ^, sin, cos, exp, log, sqrt, abs, tanh, sigmoid, relu, pi, e.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/points.py" />
      <source>The points and the networks</source>
      <translation>Die Punkte und die Netze</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/points.py" />
      <source>&lt;b&gt;The data&lt;/b&gt;&lt;br&gt;Dots: the examples. Lines: what the network answers with each walker's w and b. Rings: the examples that the next step of a mini-batch looks at.</source>
      <translation>&lt;b&gt;Die Daten&lt;/b&gt;&lt;br&gt;Punkte: die Beispiele. Linien: was das Netz mit w und b jedes Wanderers antwortet. Ringe: die Beispiele, die der nächste Schritt eines Mini-Batch ansieht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/slices.py" />
      <source>The slope of this slice is the partial derivative by what runs along it.</source>
      <translation>Die Steigung dieses Schnitts ist die partielle Ableitung nach dem, was an ihm entlangläuft.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/view.py" />
      <source>The surface in space</source>
      <translation>Die Fläche im Raum</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/view.py" />
      <source>&lt;b&gt;The surface&lt;/b&gt;&lt;br&gt;C as height. Drag to turn it; with the keyboard Tab and the arrows.</source>
      <translation>&lt;b&gt;Die Fläche&lt;/b&gt;&lt;br&gt;C als Höhe. Ziehen dreht sie; mit der Tastatur Tab und die Pfeile.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>full gradient</source>
      <translation>voller Gradient</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>mini-batch</source>
      <translation>Mini-Batch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>single example</source>
      <translation>einzelnes Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>momentum</source>
      <translation>Momentum</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>Nesterov</source>
      <translation>Nesterov</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>Adam</source>
      <translation>Adam</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>Looks at every example before each step: careful, and slow.</source>
      <translation>Sieht vor jedem Schritt alle Beispiele an: sorgfältig und langsam.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>Looks at a few examples before each step: a drunk walker, but a quick one.</source>
      <translation>Sieht vor jedem Schritt einige Beispiele an: ein betrunkener Wanderer, aber ein schneller.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>Looks at one example before each step: the drunkest and the quickest.</source>
      <translation>Sieht vor jedem Schritt ein Beispiel an: der betrunkenste und schnellste.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>v ← 0.9 v + ∇{C}, θ ← θ − {η} v: a heavy ball that keeps rolling.</source>
      <translation>v ← 0.9 v + ∇{C}, θ ← θ − {η} v: eine schwere Kugel, die weiterrollt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>As momentum, but it looks ahead: θ ← θ − {η} (∇{C} + 0.9 v).</source>
      <translation>Wie Momentum, aber mit Blick voraus: θ ← θ − {η} (∇{C} + 0.9 v).</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/surface/walkers.py" />
      <source>Divides every component of ∇{C} by its usual size: each moves by about {η}, steep or flat.</source>
      <translation>Teilt jede Komponente von ∇{C} durch ihre übliche Größe: jede bewegt sich um etwa {η}, ob steil oder flach.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/transport.py" />
      <source>Back to where it began. Key Home.</source>
      <translation>Zurück dorthin, wo es begann. Taste Pos1.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/transport.py" />
      <source>Takes the last step back, exactly. Key ←.</source>
      <translation>Nimmt den letzten Schritt zurück, ganz genau. Taste ←.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/transport.py" />
      <source>Goes {η} times the slope, downhill. Key →.</source>
      <translation>Geht {η} mal die Steigung bergab. Taste →.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/transport.py" />
      <source>Step after step, until nothing moves any more. Key Space.</source>
      <translation>Schritt nach Schritt, bis sich nichts mehr bewegt. Taste Leertaste.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/descent/transport.py" />
      <source>All the steps at once, at most 500. Key End.</source>
      <translation>Alle Schritte auf einmal, höchstens 500. Taste Ende.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/kept.py" />
      <source>Your drawings</source>
      <translation>Zeichnungen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/kept.py" />
      <source>Drawings that were kept; a click shows one to the network, Del removes it.</source>
      <translation>Aufgehobene Zeichnungen; ein Klick zeigt eine dem Netz, Entf entfernt sie.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/kept.py" />
      <source>&lt;b&gt;Your {label}&lt;/b&gt;&lt;br&gt;Click: put it on the pad. Delete: delete it.</source>
      <translation>&lt;b&gt;Eigene {label}&lt;/b&gt;&lt;br&gt;Klick: auf die Zeichenfläche legen. Entf: löschen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>random pixels</source>
      <translation>zufällige Pixel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>Noise instead of an image. How sure is the network of its nonsense?</source>
      <translation>Rauschen statt eines Bildes. Wie sicher ist sich das Netz seines Unsinns?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>shuffle</source>
      <translation>mischen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>The same pixels in another order: as much ink, but no digit.</source>
      <translation>Dieselben Pixel in anderer Reihenfolge: gleich viel Tinte, aber keine Ziffer.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>mix</source>
      <translation>mitteln</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>The mean of this example and any other of another class.</source>
      <translation>Das Mittel aus diesem Beispiel und irgendeinem einer anderen Klasse.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>The other example</source>
      <translation>Das andere Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>Its number in the set, for the mean of the two.</source>
      <translation>Seine Nummer in der Menge, für das Mittel aus beiden.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>Share of the other</source>
      <translation>Anteil des anderen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>From this example alone to the other alone; where does the guess change?</source>
      <translation>Von nur diesem Beispiel bis zu nur dem anderen; wo ändert sich die Vermutung?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/noise.py" />
      <source>mixed with</source>
      <translation>gemittelt mit</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/pad.py" />
      <source>draw a digit here</source>
      <translation>hier eine Ziffer zeichnen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/pad.py" />
      <source>Drawing pad</source>
      <translation>Zeichenfläche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/pad.py" />
      <source>&lt;b&gt;Draw here&lt;/b&gt;&lt;br&gt;With the mouse or a pen; each stroke is one step of undo.</source>
      <translation>&lt;b&gt;Hier zeichnen&lt;/b&gt;&lt;br&gt;Mit Maus oder Stift; jeder Strich ist ein Schritt von Rückgängig.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/pad.py" />
      <source>These data are no images:
there is nothing to draw.</source>
      <translation>Diese Daten sind keine Bilder:
es gibt nichts zu zeichnen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>&lt;b&gt;Width of the pen&lt;/b&gt;&lt;br&gt;MNIST's digits are about three pixels thick.</source>
      <translation>&lt;b&gt;Breite des Stifts&lt;/b&gt;&lt;br&gt;Die Ziffern von MNIST sind etwa drei Pixel dick.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>Width of the pen</source>
      <translation>Breite des Stifts</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>undo</source>
      <translation>zurück</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>Takes the last stroke away.</source>
      <translation>Nimmt den letzten Strich weg.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>clear</source>
      <translation>leeren</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>Takes the whole drawing away.</source>
      <translation>Nimmt die ganze Zeichnung weg.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>Outputs</source>
      <translation>Ausgaben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>What it is</source>
      <translation>Was es ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>The label your drawing is kept with.</source>
      <translation>Das Label, mit dem die Zeichnung aufgehoben wird.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>keep</source>
      <translation>behalten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>Keeps the drawing with this label, also for the next time.</source>
      <translation>Hebt die Zeichnung mit diesem Label auf, auch für das nächste Mal.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>delete</source>
      <translation>löschen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>Deletes the chosen drawing.</source>
      <translation>Löscht die gewählte Zeichnung.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>fine</source>
      <translation>fein</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>mid</source>
      <translation>mittel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/drawing/panel.py" />
      <source>broad</source>
      <translation>breit</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/captions.py" />
      <source>label {label}, guess {guess} {mark}</source>
      <translation>Label {label}, vermutet {guess} {mark}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/captions.py" />
      <source>Click: show it to the network</source>
      <translation>Klick: dem Netz zeigen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/captions.py" />
      <source>off by {error}</source>
      <translation>um {error} daneben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/captions.py" />
      <source>target {y}, output {a}</source>
      <translation>Soll {y}, Ausgabe {a}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/confusion.py" />
      <source>label ↓  guess →</source>
      <translation>Label ↓  vermutet →</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/confusion.py" />
      <source>Confusion matrix</source>
      <translation>Konfusionsmatrix</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/confusion.py" />
      <source>&lt;b&gt;Confusion matrix&lt;/b&gt;&lt;br&gt;Rows: what the images are. Columns: what the network takes them for. The percentage is how many of a row are recognized.&lt;br&gt;Click a cell to see its images.</source>
      <translation>&lt;b&gt;Konfusionsmatrix&lt;/b&gt;&lt;br&gt;Zeilen: was die Bilder sind. Spalten: wofür das Netz sie hält. Der Prozentsatz sagt, wie viele einer Zeile erkannt sind.&lt;br&gt;Klick auf eine Zelle: ihre Bilder ansehen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>at once</source>
      <translation>sofort</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>One image</source>
      <translation>Ein Bild</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Takes the next image, and waits.</source>
      <translation>Nimmt das nächste Bild und wartet.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>From the beginning</source>
      <translation>Von vorn</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Forgets the tally: the exam begins again.</source>
      <translation>Vergisst die Zählung: die Prüfung beginnt neu.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Speed</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>×1 is two images a second; “at once” takes all of them, or stops at the next wrong one.</source>
      <translation>×1 sind zwei Bilder pro Sekunde; „sofort“ nimmt alle oder hält beim nächsten falschen an.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Shuffled</source>
      <translation>Gemischt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Shuffles the test set by a seed: the same seed, the same order. Else it comes in its own.</source>
      <translation>Mischt die Testmenge nach einem Seed: derselbe Seed, dieselbe Reihenfolge. Sonst kommt sie in ihrer eigenen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>The exam begins again.</source>
      <translation>Die Prüfung beginnt neu.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>shuffled</source>
      <translation>gemischt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Another seed shuffles otherwise; the exam begins again.</source>
      <translation>Ein anderer Seed mischt anders; die Prüfung beginnt neu.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Stop at wrong ones</source>
      <translation>Bei falschen anhalten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Waits at each wrong answer and makes it the window's example: the network shows how it came</source>
      <translation>Wartet bei jeder falschen Antwort und macht sie zum Beispiel des Fensters: das Netz zeigt, wie es</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>to it. Start goes on.</source>
      <translation>dazu kam. Start macht weiter.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Start</source>
      <translation>Start</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>stop at wrong ones</source>
      <translation>bei falschen anhalten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/controls.py" />
      <source>Shows the network one unseen image after another.</source>
      <translation>Zeigt dem Netz ein ungesehenes Bild nach dem anderen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/gallery.py" />
      <source>Images of the exam</source>
      <translation>Bilder der Prüfung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>all wrong ones</source>
      <translation>alle falschen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>All wrong ones</source>
      <translation>Alle falschen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>Shows those of all cells again.</source>
      <translation>Zeigt wieder die aller Zellen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>Exam</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>That was all</source>
      <translation>Das waren alle</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>The network has changed: Start begins again</source>
      <translation>Das Netz hat sich geändert: Start beginnt neu</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>The network as it was when this exam began</source>
      <translation>Das Netz, wie es zu Beginn dieser Prüfung war</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>Unseen images</source>
      <translation>Ungesehene Bilder</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>Unseen examples</source>
      <translation>Ungesehene Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>Examining the whole test set …</source>
      <translation>Prüft die ganze Testmenge …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>{n:,} wrong ones, the most confident first</source>
      <translation>{n:,} falsche, die sichersten zuerst</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>The furthest off first</source>
      <translation>Die am weitesten daneben zuerst</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>None is wrong</source>
      <translation>Keines ist falsch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/panel.py" />
      <source>1 wrong one</source>
      <translation>1 falsches</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>over {done:,} of {total:,}</source>
      <translation>über {done:,} von {total:,}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>{count}, never trained on, one after another. Press Start.</source>
      <translation>{count}, nie trainiert, eines nach dem anderen. Start drücken.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>label</source>
      <translation>Label</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>guess</source>
      <translation>vermutet</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>The only test image</source>
      <translation>Das einzige Testbild</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>The {n:,} test images</source>
      <translation>Die {n:,} Testbilder</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>target</source>
      <translation>Soll</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>output</source>
      <translation>Ausgabe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>off by</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>RMSE {rmse}</source>
      <translation>RMSE {rmse}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>The only test example</source>
      <translation>Das einzige Testbeispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>The {n:,} test examples</source>
      <translation>Die {n:,} Testbeispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/paper.py" />
      <source>The exam</source>
      <translation>Die Prüfung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/scatter.py" />
      <source>Output against target</source>
      <translation>Ausgabe gegen Soll</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/scatter.py" />
      <source>&lt;b&gt;Output against target&lt;/b&gt;&lt;br&gt;One point for each measured value. On the line the output is what was measured.&lt;br&gt;Click a point: show its example to the network</source>
      <translation>&lt;b&gt;Ausgabe gegen Soll&lt;/b&gt;&lt;br&gt;Ein Punkt je Messwert. Auf der Geraden ist die Ausgabe das, was gemessen wurde.&lt;br&gt;Klick auf einen Punkt: sein Beispiel dem Netz zeigen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/scatter.py" />
      <source>target y</source>
      <translation>Soll y</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/scatter.py" />
      <source>output {a}</source>
      <translation>Ausgabe {a}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/strip.py" />
      <source>The last answers</source>
      <translation>Die letzten Antworten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/strip.py" />
      <source>&lt;b&gt;The last {n} answers&lt;/b&gt;&lt;br&gt;A short tick: right. A tall one: wrong.&lt;br&gt;Click one: show it to the network</source>
      <translation>&lt;b&gt;Die letzten {n} Antworten&lt;/b&gt;&lt;br&gt;Kurzer Strich: richtig. Langer: falsch.&lt;br&gt;Klick auf einen: dem Netz zeigen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/exam/tiles.py" />
      <source>example {index:,}</source>
      <translation>Beispiel {index:,}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/answer.py" />
      <source>&lt;b&gt;Label&lt;/b&gt;&lt;br&gt;What the example is said to be.&lt;br&gt;</source>
      <translation>&lt;b&gt;Label&lt;/b&gt;&lt;br&gt;Was das Beispiel sein soll.&lt;br&gt;</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/answer.py" />
      <source>&lt;b&gt;Target&lt;/b&gt;&lt;br&gt;What was measured, and what the output should be.&lt;br&gt;</source>
      <translation>&lt;b&gt;Soll&lt;/b&gt;&lt;br&gt;Was gemessen wurde und was die Ausgabe sein sollte.&lt;br&gt;</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/answer.py" />
      <source>&lt;b&gt;Guess&lt;/b&gt;&lt;br&gt;The class of the output that is largest.</source>
      <translation>&lt;b&gt;Vermutung&lt;/b&gt;&lt;br&gt;Die Klasse der größten Ausgabe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/answer.py" />
      <source>The guess stands when the outputs are computed: press →.</source>
      <translation>Die Vermutung steht da, wenn die Ausgaben berechnet sind: → drücken.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/browse.py" />
      <source>of {n:,}</source>
      <translation>von {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/browse.py" />
      <source>Set: {name}</source>
      <translation>Menge: {name}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/browse.py" />
      <source>The network learns from the {n:,} examples of the training set,</source>
      <translation>Das Netz lernt aus den {n:,} Beispielen der Trainingsmenge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/browse.py" />
      <source>and is examined with the {n:,} of the test set, which it never trains on.</source>
      <translation>und wird mit den {n:,} der Testmenge geprüft, mit denen es nie trainiert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/browse.py" />
      <source>Number of the example</source>
      <translation>Nummer des Beispiels</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/browse.py" />
      <source>Counted from 0. Type another one and press Enter.</source>
      <translation>Ab 0 gezählt. Eine andere eintippen und die Eingabetaste drücken.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/browse.py" />
      <source>{name} set</source>
      <translation>Menge: {name}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/browse.py" />
      <source>“{text}” is no number of an example; type one from 0 to {last}.</source>
      <translation>„{text}“ ist keine Nummer eines Beispiels; gebraucht wird eine von 0 bis {last}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/brush.py" />
      <source>Paint the input</source>
      <translation>Die Eingabe bemalen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/brush.py" />
      <source>Drag over the picture to add ink, right or with Shift to erase it: everything that follows from the input follows at once.</source>
      <translation>Über das Bild ziehen gibt Tinte, rechts oder mit Umschalt nimmt es sie weg: alles, was aus der Eingabe folgt, folgt sofort.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/brush.py" />
      <source>painted ×</source>
      <translation>bemalt ×</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/brush.py" />
      <source>Original</source>
      <translation>Original</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/brush.py" />
      <source>This input was painted on. Click to bring the example's own pixels back;</source>
      <translation>Diese Eingabe wurde bemalt. Ein Klick bringt die eigenen Pixel des Beispiels zurück;</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/brush.py" />
      <source>undo (Ctrl+Z) takes it back stroke by stroke.</source>
      <translation>Rückgängig (Strg+Z) nimmt es Strich für Strich zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/image.py" />
      <source>The example's picture</source>
      <translation>Das Bild des Beispiels</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/panel.py" />
      <source>Example</source>
      <translation>Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/panel.py" />
      <source>Inputs</source>
      <translation>Eingaben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>The outputs appear here when the forward pass has reached them: press →</source>
      <translation>Die Ausgaben erscheinen hier, wenn der Vorwärtsdurchlauf sie erreicht hat: → drücken</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>sum</source>
      <translation>Summe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>Terms of the cost</source>
      <translation>Terme der Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>Cost of this example</source>
      <translation>Kosten dieses Beispiels</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>squared error</source>
      <translation>quadratischer Fehler</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>half squared error</source>
      <translation>halber quadratischer Fehler</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>mean squared error</source>
      <translation>mittlerer quadratischer Fehler</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>binary cross-entropy</source>
      <translation>binäre Kreuzentropie</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>cross-entropy</source>
      <translation>Kreuzentropie</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>Its terms appear here, one for each output, when the outputs stand: press →</source>
      <translation>Ihre Terme erscheinen hier, einer je Ausgabe, wenn die Ausgaben dastehen: → drücken</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/sections.py" />
      <source>Probabilities</source>
      <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/example/terms.py" />
      <source>{n:,} more</source>
      <translation>{n:,} weitere</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Each column of the table is one example, and what it alone would nudge.</source>
      <translation>Jede Spalte der Tabelle ist ein Beispiel, und was es allein anstoßen würde.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Training examples; up to {n:,}.</source>
      <translation>Trainingsbeispiele; bis zu {n:,}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>The first so many, or so many at random.</source>
      <translation>Die ersten so vielen, oder so viele zufällige.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Listen to one class alone: what do all its examples want?</source>
      <translation>Auf eine Klasse allein hören: was wollen alle ihre Beispiele?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>+ current</source>
      <translation>+ jetziges</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Adds the example on the screen as the first column.</source>
      <translation>Fügt das Beispiel auf dem Bildschirm als erste Spalte hinzu.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Which parameters</source>
      <translation>Welche Parameter</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>&lt;b&gt;disagree most&lt;/b&gt;: where the examples' nudges take most from one another.</source>
      <translation>&lt;b&gt;größter Streit&lt;/b&gt;: wo die Anstöße der Beispiele einander am meisten wegnehmen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>&lt;b&gt;strongest&lt;/b&gt;: where the average nudge is largest.</source>
      <translation>&lt;b&gt;stärkste&lt;/b&gt;: wo der mittlere Anstoß am größten ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>&lt;b&gt;chosen ones&lt;/b&gt;: select a weight or a bias anywhere and add it with “+ selected”.</source>
      <translation>&lt;b&gt;gewählte&lt;/b&gt;: irgendwo ein Gewicht oder einen Bias wählen und mit „+ gewählter“ hinzufügen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>+ selected</source>
      <translation>+ gewählter</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Adds a row for the selected weight or bias.</source>
      <translation>Fügt eine Zeile für das gewählte Gewicht oder den gewählten Bias hinzu.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>own scales</source>
      <translation>eigene Skalen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Each row by its own scale: shows its pattern. With one scale rows can be compared.</source>
      <translation>Jede Zeile in eigener Skala: zeigt ihr Muster. Mit einer Skala sind Zeilen vergleichbar.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>all at once</source>
      <translation>alle auf einmal</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Makes the columns so narrow that all examples are seen without scrolling.</source>
      <translation>Macht die Spalten so schmal, dass alle Beispiele ohne Rollen zu sehen sind.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Train on these only</source>
      <translation>Nur mit diesen trainieren</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Makes these examples the whole training set, and trains: the network hears nobody else.</source>
      <translation>Macht diese Beispiele zur ganzen Trainingsmenge und trainiert: das Netz hört auf niemanden sonst.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Trained on one class alone, it soon takes everything for that class.</source>
      <translation>Nur mit einer Klasse trainiert, hält es bald alles für diese Klasse.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Undo (Ctrl+Z) brings network and data back.</source>
      <translation>Rückgängig (Strg+Z) bringt Netz und Daten zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>All data again</source>
      <translation>Wieder alle Daten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>Makes all examples the training set again; the network stays as it has become.</source>
      <translation>Macht wieder alle Beispiele zur Trainingsmenge; das Netz bleibt, wie es geworden ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>rows</source>
      <translation>Zeilen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/choices.py" />
      <source>These data have no classes.</source>
      <translation>Diese Daten haben keine Klassen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/head.py" />
      <source>average</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/menu.py" />
      <source>Remove this example</source>
      <translation>Dieses Beispiel entfernen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/menu.py" />
      <source>Only this example</source>
      <translation>Nur dieses Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/menu.py" />
      <source>Remove this row</source>
      <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/menu.py" />
      <source>Keep this row</source>
      <translation>Diese Zeile behalten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/panel.py" />
      <source>Many examples</source>
      <translation>Viele Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/panel.py" />
      <source>No parameter is chosen yet: select a weight or a bias anywhere, then press “+ selected”.</source>
      <translation>Noch ist kein Parameter gewählt: irgendwo ein Gewicht oder einen Bias wählen, dann „+ gewählter“ drücken.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/table.py" />
      <source>Nudges, example by example</source>
      <translation>Anstöße, Beispiel für Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/tips.py" />
      <source>Average of the examples shown</source>
      <translation>Mittel der gezeigten Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/tips.py" />
      <source>its cost: {cost}</source>
      <translation>seine Kosten: {cost}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/tips.py" />
      <source>A click shows it; Ctrl+click or Delete takes it out.</source>
      <translation>Ein Klick zeigt es; Strg+Klick oder Entf nimmt es heraus.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/tips.py" />
      <source>label {label}, guess {guess}</source>
      <translation>Label {label}, vermutet {guess}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/examples/values.py" />
      <source>y</source>
      <translation>y</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/dialog.py" />
      <source>Export a picture</source>
      <translation>Bild exportieren</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/dialog.py" />
      <source>Progress of the film</source>
      <translation>Fortschritt des Films</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/dialog.py" />
      <source>Save…</source>
      <translation>Speichern…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/dialog.py" />
      <source>Asks where, and saves it there. (Enter)</source>
      <translation>Fragt, wohin, und speichert dort. (Eingabetaste)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/dialog.py" />
      <source>Saves nothing; a film that is being taken is given up. (Esc)</source>
      <translation>Speichert nichts; ein Film, der gerade entsteht, wird aufgegeben. (Esc)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/dialog.py" />
      <source>Save the picture</source>
      <translation>Bild speichern</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/dialog.py" />
      <source>frame {k} of {n}</source>
      <translation>Bild {k} von {n}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>&lt;b&gt;PNG&lt;/b&gt;&lt;br&gt;A picture in pixels, for slides and pages.</source>
      <translation>&lt;b&gt;PNG&lt;/b&gt;&lt;br&gt;Ein Bild aus Pixeln, für Folien und Webseiten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>&lt;b&gt;SVG&lt;/b&gt;&lt;br&gt;A drawing that stays sharp at every size; text stays text. Only images, and the edges of a layer that has thousands, are made of pixels.</source>
      <translation>&lt;b&gt;SVG&lt;/b&gt;&lt;br&gt;Eine Zeichnung, die in jeder Größe scharf bleibt; Text bleibt Text. Nur Bilder und die Kanten einer Schicht, die Tausende hat, bestehen aus Pixeln.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>&lt;b&gt;GIF&lt;/b&gt;&lt;br&gt;A film that plays everywhere by itself, in 256 colors, without an end.</source>
      <translation>&lt;b&gt;GIF&lt;/b&gt;&lt;br&gt;Ein Film, der überall von selbst läuft, in 256 Farben, ohne Ende.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>&lt;b&gt;MP4&lt;/b&gt;&lt;br&gt;A film in all its colors, for slides and video players.</source>
      <translation>&lt;b&gt;MP4&lt;/b&gt;&lt;br&gt;Ein Film in allen Farben, für Folien und Videospieler.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Picture of</source>
      <translation>Bild von</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>What is on the screen, or any other picture of it.</source>
      <translation>Was auf dem Bildschirm ist, oder ein anderes Bild davon.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Width × height in pixels; type and lines grow along. The window keeps the size it has.</source>
      <translation>Breite × Höhe in Pixeln; Schrift und Linien wachsen mit. Das Fenster behält seine Größe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>What moves</source>
      <translation>Was sich bewegt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>The score, phase by phase ({n}), or the history on the timeline.</source>
      <translation>Die Partitur, Phase für Phase ({n}), oder der Verlauf auf der Zeitleiste.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Afterwards all is where it was; a training that runs is paused.</source>
      <translation>Danach ist alles, wo es war; ein laufendes Training pausiert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Nothing has been trained yet.</source>
      <translation>Noch wurde nichts trainiert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Frames</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Evenly from the beginning of the history to its end.</source>
      <translation>Gleichmäßig vom Anfang des Verlaufs bis zu seinem Ende.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Each frame stands</source>
      <translation>Jedes Bild steht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>How long a frame is seen.</source>
      <translation>Wie lange ein Bild zu sehen ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>In pixels.</source>
      <translation>In Pixeln.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Width</source>
      <translation>Breite</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>Height</source>
      <translation>Höhe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/form.py" />
      <source>{seconds:g} s</source>
      <translation>{seconds:g} s</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/reel.py" />
      <source>GIF and MP4 need more libraries: {command}</source>
      <translation>GIF und MP4 brauchen weitere Bibliotheken: {command}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/reel.py" />
      <source>The film {name} cannot be written: {reason}</source>
      <translation>Der Film {name} lässt sich nicht schreiben: {reason}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/stage.py" />
      <source>width and height of a picture are {least} to {most:,} pixels</source>
      <translation>Breite und Höhe eines Bildes sind {least} bis {most:,} Pixel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/stage.py" />
      <source>this picture has nothing to show now: {why}</source>
      <translation>Dieses Bild hat jetzt nichts zu zeigen: {why}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/subjects.py" />
      <source>the whole window</source>
      <translation>das ganze Fenster</translation>
    </message>
    <message>
      <location filename="nnviz/ui/export/subjects.py" />
      <source>Descent</source>
      <translation>Abstieg</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>the learning rate must be a number from 0.0001 to 100, not “{typed}”</source>
      <translation>die Lernrate muss eine Zahl von 0.0001 bis 100 sein, nicht „{typed}“</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>{name}: a whole number from {low:,} to {high:,} is needed here, not “{text}”.</source>
      <translation>{name}: hier ist eine ganze Zahl von {low:,} bis {high:,} nötig, nicht „{text}“.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>one of each</source>
      <translation>von jeder eins</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>the current one</source>
      <translation>das jetzige</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>the first</source>
      <translation>die ersten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>all of class</source>
      <translation>alle der Klasse</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>random</source>
      <translation>zufällige</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>disagree most</source>
      <translation>größter Streit</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>strongest</source>
      <translation>stärkste</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>chosen ones</source>
      <translation>gewählte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>your own size</source>
      <translation>eigene Größe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>the phases of the score</source>
      <translation>die Phasen der Partitur</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>the training</source>
      <translation>das Training</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>w and b</source>
      <translation>w und b</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>weights w</source>
      <translation>Gewichte w</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>biases b</source>
      <translation>Biases b</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>SGD</source>
      <translation>SGD</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>RMSProp</source>
      <translation>RMSProp</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>constant</source>
      <translation>konstant</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>in stairs</source>
      <translation>in Stufen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>exponential</source>
      <translation>exponentiell</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>cosine</source>
      <translation>Kosinus</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>identity</source>
      <translation>Identität</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>sigmoid</source>
      <translation>Sigmoid</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>tanh</source>
      <translation>tanh</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>ReLU</source>
      <translation>ReLU</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>softmax</source>
      <translation>Softmax</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>scaled: N(0, 1/n), biases 0</source>
      <translation>skaliert: N(0, 1/n), Biases 0</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>normal: N(0, 1), biases too</source>
      <translation>normal: N(0, 1), auch Biases</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>He: N(0, 2/n), biases 0</source>
      <translation>He: N(0, 2/n), Biases 0</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>Glorot: N(0, 2/(n + m)), biases 0</source>
      <translation>Glorot: N(0, 2/(n + m)), Biases 0</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>zeros</source>
      <translation>Nullen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>the names of the columns</source>
      <translation>die Namen der Spalten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>an example</source>
      <translation>ein Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>as classes, one output for each</source>
      <translation>als Klassen, eine Ausgabe je Klasse</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>as values to be met</source>
      <translation>als Werte zu treffen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>as the first image</source>
      <translation>wie das erste Bild</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>16×16</source>
      <translation>16×16</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>28×28</source>
      <translation>28×28</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>32×32</source>
      <translation>32×32</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>64×64</source>
      <translation>64×64</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>Two circles</source>
      <translation>Zwei Kreise</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>Two moons</source>
      <translation>Zwei Monde</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>Blobs</source>
      <translation>Wolken</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>Two spirals</source>
      <translation>Zwei Spiralen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>Exclusive or</source>
      <translation>Exklusives Oder</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>Two half-planes</source>
      <translation>Zwei Halbebenen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>nothing: as it is</source>
      <translation>nichts: wie es ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>learning rate {η}</source>
      <translation>Lernrate {η}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>mini-batch size</source>
      <translation>Größe des Mini-Batch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>optimizer</source>
      <translation>Optimierer</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>schedule</source>
      <translation>Lernratenplan</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>momentum μ</source>
      <translation>Momentum μ</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>L1 {λ}</source>
      <translation>L1 {λ}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>L2 {λ}</source>
      <translation>L2 {λ}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>dropout</source>
      <translation>Dropout</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>initialization</source>
      <translation>Initialisierung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>training data</source>
      <translation>Trainingsdaten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>only one class</source>
      <translation>nur eine Klasse</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>in order</source>
      <translation>der Reihe nach</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>by class</source>
      <translation>nach Klassen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>least sure first</source>
      <translation>unsicherste zuerst</translation>
    </message>
    <message>
      <location filename="nnviz/ui/fields.py" />
      <source>random order</source>
      <translation>zufällig</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>One update of this network by hand, on paper, with a key.</source>
      <translation>Ein Update dieses Netzes von Hand, auf Papier, mit Lösung.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Open recent</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Example: a network trained on MNIST</source>
      <translation>Beispiel: ein mit MNIST trainiertes Netz</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Worksheet…</source>
      <translation>Arbeitsblatt…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Open…</source>
      <translation>Öffnen…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Data…</source>
      <translation>Daten…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save as…</source>
      <translation>Speichern unter…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save the network alone…</source>
      <translation>Nur das Netz speichern…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Export a picture…</source>
      <translation>Bild exportieren…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save the curves as a picture…</source>
      <translation>Kurven als Bild speichern…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save the numbers of the training…</source>
      <translation>Zahlen des Trainings speichern…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>nnviz files and data</source>
      <translation>Dateien von nnviz und Daten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save the state</source>
      <translation>Zustand speichern</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save the network</source>
      <translation>Netz speichern</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save the curves</source>
      <translation>Kurven speichern</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save the numbers</source>
      <translation>Zahlen speichern</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save the worksheet</source>
      <translation>Arbeitsblatt speichern</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>There are changes that have not been saved.</source>
      <translation>Es gibt Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Save the network, its training and what is on the screen?</source>
      <translation>Netz, Training und das, was auf dem Bildschirm ist, speichern?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>{name} is no longer there.</source>
      <translation>{name} ist nicht mehr da.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/file_menu.py" />
      <source>Nothing yet</source>
      <translation>Noch nichts</translation>
    </message>
    <message>
      <location filename="nnviz/ui/first_rows.py" />
      <source>The first rows</source>
      <translation>Die ersten Zeilen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/panel.py" />
      <source>The two functions</source>
      <translation>Die zwei Funktionen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/panel.py" />
      <source>Training examples</source>
      <translation>Trainingsbeispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/panel.py" />
      <source>The network</source>
      <translation>Das Netz</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/panel.py" />
      <source>The cost</source>
      <translation>Die Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/panel.py" />
      <source>in</source>
      <translation>ein</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/panel.py" />
      <source>f</source>
      <translation>f</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/panel.py" />
      <source>out</source>
      <translation>aus</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/panel.py" />
      <source>The input</source>
      <translation>Die Eingabe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/panel.py" />
      <source>{cost} for this example</source>
      <translation>{cost} für dieses Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/parts.py" />
      <source>The outputs</source>
      <translation>Die Ausgaben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/strip.py" />
      <source>All weights and biases</source>
      <translation>Alle Gewichte und Biases</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/strip.py" />
      <source>from −{most} to +{most}</source>
      <translation>von −{most} bis +{most}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/functions/strip.py" />
      <source>Each layer is colored by its own scale.</source>
      <translation>Jede Schicht ist in ihrer eigenen Skala gefärbt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/paint.py" />
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>Blue weights add to a neuron, red ones take away; at 0 there is the ground.</source>
      <translation>Blaue Gewichte geben einem Neuron etwas hinzu, rote nehmen etwas weg; bei 0 ist der Hintergrund.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>Weights of the first layer</source>
      <translation>Gewichte der ersten Schicht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>Each by its own scale</source>
      <translation>Jedes in eigener Skala</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>With one scale strong neurons stand out, and pictures can be compared.</source>
      <translation>Mit einer Skala treten starke Neuronen hervor, und Bilder sind vergleichbar.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>With its own, the largest weight of each neuron has the full color: weak patterns show too.</source>
      <translation>Mit der eigenen hat das größte Gewicht jedes Neurons die volle Farbe: auch schwache Muster zeigen sich.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>Scale: {low} to {high}</source>
      <translation>Skala: {low} bis {high}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>What each neuron looks for: it answers to ink on blue, and against ink on red.</source>
      <translation>Was jedes Neuron sucht: es spricht auf Tinte im Blauen an, und gegen Tinte im Roten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>{minus}largest</source>
      <translation>{minus}max</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>largest</source>
      <translation>max</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>gray: 0 · more of a color: above 0 · less of it: below</source>
      <translation>Grau: 0 · mehr von einer Farbe: über 0 · weniger davon: darunter</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/panel.py" />
      <source>from left to right: red, green, blue</source>
      <translation>von links nach rechts: Rot, Grün, Blau</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/view.py" />
      <source>Weight pictures</source>
      <translation>Gewichtsbilder</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/view.py" />
      <source>Take apart</source>
      <translation>Zerlegen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/view.py" />
      <source>Switch on</source>
      <translation>Einschalten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/view.py" />
      <source>Switch off</source>
      <translation>Ausschalten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/words.py" />
      <source>A neuron that is off has the activation 0: what does the network lack without it?</source>
      <translation>Ein ausgeschaltetes Neuron hat die Aktivierung 0: was fehlt dem Netz ohne es?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/words.py" />
      <source>its largest weight: ±{scale}</source>
      <translation>sein größtes Gewicht: ±{scale}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/words.py" />
      <source>Weights into the {layer}</source>
      <translation>Gewichte in die {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/words.py" />
      <source>Only hidden neurons can be switched off.</source>
      <translation>Nur versteckte Neuronen sind ausschaltbar.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/words.py" />
      <source>switched off: a = 0</source>
      <translation>ausgeschaltet: a = 0</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gallery/words.py" />
      <source>a is not yet computed</source>
      <translation>a ist noch nicht berechnet</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/columns.py" />
      <source>layer</source>
      <translation>Schicht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/columns.py" />
      <source>parameter</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/columns.py" />
      <source>in words</source>
      <translation>in Worten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/columns.py" />
      <source>&lt;b&gt;Position&lt;/b&gt;&lt;br&gt;Where the component stands in θ, counted from 1.</source>
      <translation>&lt;b&gt;Position&lt;/b&gt;&lt;br&gt;Wo die Komponente in θ steht, ab 1 gezählt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/columns.py" />
      <source>&lt;b&gt;Layer&lt;/b&gt;&lt;br&gt;To which layer the weight or bias belongs.</source>
      <translation>&lt;b&gt;Schicht&lt;/b&gt;&lt;br&gt;Zu welcher Schicht das Gewicht oder der Bias gehört.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/columns.py" />
      <source>&lt;b&gt;Parameter&lt;/b&gt;&lt;br&gt;A weight by the neurons that it joins, or a bias by its neuron.</source>
      <translation>&lt;b&gt;Parameter&lt;/b&gt;&lt;br&gt;Ein Gewicht nach den Neuronen, die es verbindet, oder ein Bias nach seinem Neuron.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/columns.py" />
      <source>&lt;b&gt;θ&lt;/b&gt;&lt;br&gt;The parameter's value. Click to sort by it.</source>
      <translation>&lt;b&gt;θ&lt;/b&gt;&lt;br&gt;Der Wert des Parameters. Ein Klick sortiert danach.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/columns.py" />
      <source>&lt;b&gt;−∂{C}/∂θ&lt;/b&gt;&lt;br&gt;▲ should rise, ▼ should fall, to lower the cost. A click sorts by size.</source>
      <translation>&lt;b&gt;−∂{C}/∂θ&lt;/b&gt;&lt;br&gt;▲ soll steigen, ▼ soll fallen, damit die Kosten sinken. Ein Klick sortiert nach der Größe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/columns.py" />
      <source>&lt;br&gt;A click sorts by the signed component.</source>
      <translation>&lt;br&gt;Ein Klick sortiert nach der Komponente mit Vorzeichen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/nudge.py" />
      <source>Every parameter moves against its component, then ∇{C} is computed anew: press again.</source>
      <translation>Jeder Parameter bewegt sich gegen seine Komponente, dann wird ∇{C} neu berechnet: wieder drücken.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/nudge.py" />
      <source>Moves the cursor of the score to the whole gradient.</source>
      <translation>Bewegt den Cursor der Partitur zum ganzen Gradienten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/nudge.py" />
      <source>nudge by −{η}∇{C}</source>
      <translation>Anstoß um −{η}∇{C}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/nudge.py" />
      <source>compute ∇{C}</source>
      <translation>∇{C} berechnen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/nudge.py" />
      <source>not yet: {layers}</source>
      <translation>noch nicht: {layers}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/panel.py" />
      <source>The gradient</source>
      <translation>Der Gradient</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/panel.py" />
      <source>Layer</source>
      <translation>Schicht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/panel.py" />
      <source>List the components of one layer, or of all.</source>
      <translation>Listet die Komponenten einer Schicht oder aller.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/panel.py" />
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/panel.py" />
      <source>List weights, biases, or both.</source>
      <translation>Listet Gewichte, Biases oder beides.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/panel.py" />
      <source>find chosen</source>
      <translation>gewählten finden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/panel.py" />
      <source>Go to the chosen parameter</source>
      <translation>Zum gewählten Parameter</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/panel.py" />
      <source>Lists it, and scrolls there.</source>
      <translation>Listet ihn und rollt dorthin.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/panel.py" />
      <source>all layers</source>
      <translation>alle Schichten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/pictures.py" />
      <source>What this example wants of every pixel's weight: blue should rise, red should fall.</source>
      <translation>Was dieses Beispiel vom Gewicht jedes Pixels will: Blau soll steigen, Rot soll fallen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/pictures.py" />
      <source>−∂{C}/∂w, {layer}</source>
      <translation>−∂{C}/∂w, {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/pictures.py" />
      <source>−∂{C}/∂w of neuron {j}</source>
      <translation>−∂{C}/∂w von Neuron {j}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/pictures.py" />
      <source>The gradient as pictures</source>
      <translation>Der Gradient als Bilder</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/pictures.py" />
      <source>Larger layers are shown by “matrix”, gradient.</source>
      <translation>Größere Schichten zeigt „Matrix“, Gradient.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/pictures.py" />
      <source>−∂{C}/∂w, layer {layer}</source>
      <translation>−∂{C}/∂w, Schicht {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/pictures.py" />
      <source>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;Rows are its neurons, columns those before.</source>
      <translation>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;Zeilen sind ihre Neuronen, Spalten die davor.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/pictures.py" />
      <source>up to ±{scale}</source>
      <translation>bis ±{scale}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/pictures.py" />
      <source>all are 0</source>
      <translation>alle sind 0</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>Two parameters compared</source>
      <translation>Zwei Parameter verglichen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>compare</source>
      <translation>vergleichen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>Pins the chosen parameter; the next one is compared with it.</source>
      <translation>Hält den gewählten Parameter fest; der nächste wird mit ihm verglichen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>Step Δ = {delta:g}</source>
      <translation>Schritt Δ = {delta:g}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>Moves each by so much, alone.</source>
      <translation>Bewegt jeden um so viel, allein.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>Another step Δ</source>
      <translation>Ein anderer Schritt Δ</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>Any number but 0, also a negative one.</source>
      <translation>Jede Zahl außer 0, auch eine negative.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>∂{C}/∂θ</source>
      <translation>∂{C}/∂θ</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>How fast the cost grows with this parameter, all others held still</source>
      <translation>Wie schnell die Kosten mit diesem Parameter wachsen, alle anderen festgehalten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>∂{C}/∂θ · Δ</source>
      <translation>∂{C}/∂θ · Δ</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>What the derivative predicts for a step of Δ</source>
      <translation>Was die Ableitung für einen Schritt Δ vorhersagt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>Δ{C} really</source>
      <translation>Δ{C} wirklich</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>{C}(θ + Δ) − {C}(θ), of a real forward pass with this one parameter moved</source>
      <translation>{C}(θ + Δ) − {C}(θ), aus einem wirklichen Vorwärtsdurchlauf, nur dieser Parameter bewegt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>Δ must be a number other than 0, not “{typed}”</source>
      <translation>Δ muss eine Zahl außer 0 sein, nicht „{typed}“</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/sensitivity.py" />
      <source>end comparing</source>
      <translation>Vergleich beenden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/table.py" />
      <source>Components of the gradient</source>
      <translation>Komponenten des Gradienten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/table.py" />
      <source>increase somewhat</source>
      <translation>etwas erhöhen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/table.py" />
      <source>decrease somewhat</source>
      <translation>etwas senken</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/wiggle.py" />
      <source>{C} = {before} → {after}</source>
      <translation>{C} = {before} → {after}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/wiggle.py" />
      <source>The real change of the cost: ◀ it falls, ▶ it rises</source>
      <translation>Die wirkliche Änderung der Kosten: ◀ sie sinken, ▶ sie steigen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/gradient/wiggle.py" />
      <source>The cost changes by {value}</source>
      <translation>Die Kosten ändern sich um {value}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>Workspaces</source>
      <translation>Bereiche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>All keys</source>
      <translation>Alle Tasten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>New network…</source>
      <translation>Neues Netz…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>Explore</source>
      <translation>Erkunden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>One example, forward and back, number by number</source>
      <translation>Ein Beispiel, vorwärts und rückwärts, Zahl für Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>The whole training set, update after update</source>
      <translation>Die ganze Trainingsmenge, Update für Update</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>What downhill means: on a curve, on a surface, on the network's own cost</source>
      <translation>Was bergab heißt: auf einer Kurve, auf einer Fläche, auf den Kosten des Netzes selbst</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>Lessons</source>
      <translation>Lektionen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>A course that drives this window, step by step</source>
      <translation>Ein Kurs, der dieses Fenster steuert, Schritt für Schritt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/header.py" />
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/health/layers.py" />
      <source>How the layers are</source>
      <translation>Wie es den Schichten geht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/health/layers.py" />
      <source>dead</source>
      <translation>tot</translation>
    </message>
    <message>
      <location filename="nnviz/ui/health/layers.py" />
      <source>saturated</source>
      <translation>gesättigt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/health/layers.py" />
      <source>A click chooses one of them.</source>
      <translation>Ein Klick wählt eines davon.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/health/panel.py" />
      <source>Nothing to worry about</source>
      <translation>Kein Grund zur Sorge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/health/panel.py" />
      <source>One thing hinders it</source>
      <translation>Eines behindert es</translation>
    </message>
    <message>
      <location filename="nnviz/ui/health/panel.py" />
      <source>{n} things hinder it</source>
      <translation>{n} Dinge behindern es</translation>
    </message>
    <message>
      <location filename="nnviz/ui/health/panel.py" />
      <source>What hinders it from learning</source>
      <translation>Was es am Lernen hindert</translation>
    </message>
    <message>
      <location filename="nnviz/ui/health/panel.py" />
      <source>Looked at with {n:,} training examples.</source>
      <translation>Mit {n:,} Trainingsbeispielen angesehen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/backward.py" />
      <source>How fast the cost grows with this activation:</source>
      <translation>Wie schnell die Kosten mit dieser Aktivierung wachsen:</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/backward.py" />
      <source>How fast the cost grows with this weighted sum, δ:</source>
      <translation>Wie schnell die Kosten mit dieser gewichteten Summe wachsen, δ:</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/by_hand.py" />
      <source>Its activation then counts as 0, whatever it computes: see who misses it.</source>
      <translation>Seine Aktivierung zählt dann als 0, was auch immer es berechnet: wem fehlt es?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/by_hand.py" />
      <source>its bias b, by hand</source>
      <translation>sein Bias b, von Hand</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/by_hand.py" />
      <source>switched off</source>
      <translation>ausgeschaltet</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/by_hand.py" />
      <source>Switch this neuron off</source>
      <translation>Dieses Neuron ausschalten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/check.py" />
      <source>&lt;b&gt;Without calculus&lt;/b&gt;&lt;br&gt;Change it a little and see what the cost does.</source>
      <translation>&lt;b&gt;Ohne Analysis&lt;/b&gt;&lt;br&gt;Ein wenig ändern und sehen, was die Kosten tun.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/check.py" />
      <source>checked by trying it out</source>
      <translation>durch Ausprobieren geprüft</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/check.py" />
      <source>&lt;b&gt;The quotient for smaller and smaller Δ&lt;/b&gt;&lt;br&gt;It settles at the derivative.</source>
      <translation>&lt;b&gt;Der Quotient für immer kleinere Δ&lt;/b&gt;&lt;br&gt;Er kommt bei der Ableitung zur Ruhe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/check.py" />
      <source>Table of the differences</source>
      <translation>Tabelle der Differenzen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/check.py" />
      <source>Cancel  {share}</source>
      <translation>Abbrechen  {share}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/check.py" />
      <source>Check the whole network</source>
      <translation>Ganzes Netz prüfen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/curve.py" />
      <source>The activation a over s = Σ {w·a}, the sum of what reaches the neuron.</source>
      <translation>Die Aktivierung a über s = Σ {w·a}, der Summe dessen, was beim Neuron ankommt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/curve.py" />
      <source>Softmax: the other weighted sums of the layer are held still. Dashed: half.</source>
      <translation>Softmax: die anderen gewichteten Summen der Schicht sind festgehalten. Gestrichelt: die Hälfte.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/curve.py" />
      <source>The bias b shifts the curve: dashed, the threshold −b = {b}.</source>
      <translation>Der Bias b verschiebt die Kurve: gestrichelt die Schwelle −b = {b}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/curve.py" />
      <source>softmax needs every z of this layer</source>
      <translation>Softmax braucht jedes z dieser Schicht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/derivation.py" />
      <source>Paths to the cost</source>
      <translation>Wege zu den Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/derivation.py" />
      <source>Each path: weight · slope · effect of the next neuron. Together they are the sum.</source>
      <translation>Jeder Weg: Gewicht · Steigung · Wirkung des nächsten Neurons. Zusammen sind sie die Summe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/edge.py" />
      <source>{term} = {product}</source>
      <translation>{term} = {product}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/edge.py" />
      <source>not yet computed</source>
      <translation>noch nicht berechnet</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/edge.py" />
      <source>adds {b}</source>
      <translation>gibt {b} hinzu</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/edge.py" />
      <source>A bias is the weight of an input that is always 1.</source>
      <translation>Ein Bias ist das Gewicht einer Eingabe, die immer 1 ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/edge.py" />
      <source>always 1</source>
      <translation>immer 1</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/edge.py" />
      <source>Click to take it apart.</source>
      <translation>Klick: zerlegen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>With Shift finer. By keyboard (Tab): ← →, Page up and down, or the wheel.</source>
      <translation>Mit Umschalt feiner. Mit der Tastatur (Tab): ← →, Bild auf und ab, oder das Mausrad.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>Type a number and press Enter; Esc takes it back. One change is one step of undo.</source>
      <translation>Eine Zahl eintippen und die Eingabetaste drücken; Esc nimmt sie zurück. Eine Änderung ist ein Schritt von Rückgängig.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>bias</source>
      <translation>Bias</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>weight</source>
      <translation>Gewicht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>The {what}, by hand</source>
      <translation>{what}, von Hand</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>The {what} as a number</source>
      <translation>{what} als Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>Set the {what} to 0</source>
      <translation>{what} auf 0 setzen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>Before and after your last change. </source>
      <translation>Vor und nach der letzten Änderung. </translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>The cost and the guess are this example's; the test set's follow in a moment.</source>
      <translation>Kosten und Vermutung sind die dieses Beispiels; die der Testmenge folgen gleich.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>The bias decides how easily the neuron wakes: drag it and watch the curve shift.</source>
      <translation>Der Bias entscheidet, wie leicht das Neuron erwacht: ziehen und zusehen, wie sich die Kurve verschiebt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>The weight decides how much one neuron listens to another: drag it, and all follows.</source>
      <translation>Das Gewicht entscheidet, wie sehr ein Neuron auf ein anderes hört: ziehen, und alles folgt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>Without a bias only the weighted sum decides.</source>
      <translation>Ohne Bias entscheidet allein die gewichtete Summe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/editing.py" />
      <source>A weight of 0 is a connection that is cut.</source>
      <translation>Ein Gewicht von 0 ist eine durchtrennte Verbindung.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/effect.py" />
      <source>&lt;b&gt;From here to the cost&lt;/b&gt;&lt;br&gt;An activation reaches the cost by way of every neuron after it.</source>
      <translation>&lt;b&gt;Von hier zu den Kosten&lt;/b&gt;&lt;br&gt;Eine Aktivierung erreicht die Kosten über jedes Neuron nach ihr.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>Choose a neuron, a weight or a row to take it apart.</source>
      <translation>Ein Neuron, ein Gewicht oder eine Zeile wählen, um sie zu zerlegen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>A weight for every pair of neurons of neighboring layers, a bias for each.</source>
      <translation>Ein Gewicht für jedes Paar von Neuronen benachbarter Schichten, ein Bias für jedes.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>The cost is one number: how far the outputs are from what was wanted.</source>
      <translation>Die Kosten sind eine Zahl: wie weit die Ausgaben vom Gewünschten entfernt sind.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>Every neuron is joined to all neurons of the layer before it.</source>
      <translation>Jedes Neuron ist mit allen Neuronen der Schicht davor verbunden.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>Brightness is activation; color is sign; thickness and strength are size.</source>
      <translation>Helligkeit ist Aktivierung; Farbe ist Vorzeichen; Dicke und Stärke sind Größe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>neurons</source>
      <translation>Neuronen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>edges</source>
      <translation>Kanten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>wishes</source>
      <translation>Wünsche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>how to read the picture</source>
      <translation>wie das Bild zu lesen ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>cost of one example: {name}</source>
      <translation>Kosten eines Beispiels: {name}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>Choose a neuron or an edge to take it apart.</source>
      <translation>Ein Neuron oder eine Kante wählen, um es zu zerlegen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>adds</source>
      <translation>gibt hinzu</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>takes away</source>
      <translation>nimmt weg</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>should rise</source>
      <translation>soll steigen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/empty.py" />
      <source>should fall</source>
      <translation>soll fallen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/factors.py" />
      <source>Click to go there.</source>
      <translation>Klick: dorthin gehen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/history.py" />
      <source>a since you chose it</source>
      <translation>a seit der Auswahl</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/history.py" />
      <source>What training has made of this neuron's answer to this very example.</source>
      <translation>Was das Training aus der Antwort dieses Neurons auf genau dieses Beispiel gemacht hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/history.py" />
      <source>from {first} to {last} in {span}</source>
      <translation>von {first} bis {last} in {span}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/history.py" />
      <source> The last {n} moments that were seen.</source>
      <translation> Die letzten {n} gesehenen Momente.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/history.py" />
      <source>{updates} ago</source>
      <translation>vor {updates}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/input.py" />
      <source>One weight for each neuron of the next layer: blue adds to it, red takes away.</source>
      <translation>Ein Gewicht für jedes Neuron der nächsten Schicht: Blau gibt hinzu, Rot nimmt weg.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/input.py" />
      <source>to {neuron}: w = {value}</source>
      <translation>zu {neuron}: w = {value}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/input.py" />
      <source>It is 0: whatever its weights are, it adds nothing to any neuron.</source>
      <translation>Sie ist 0: welche Gewichte sie auch hat, sie gibt keinem Neuron etwas hinzu.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/input.py" />
      <source>the weights that leave it</source>
      <translation>die Gewichte, die sie verlassen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/input.py" />
      <source>largest of them</source>
      <translation>größte davon</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/input.py" />
      <source>Weights that leave this input</source>
      <translation>Gewichte, die diese Eingabe verlassen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/input.py" />
      <source>to the {layer}, largest first</source>
      <translation>in die {layer}, größte zuerst</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/inside.py" />
      <source>An input of 0 times whatever weight is 0: it changes nothing in the sum.</source>
      <translation>Eine Eingabe von 0 mal irgendein Gewicht ist 0: an der Summe ändert sie nichts.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/inside.py" />
      <source>Step inside the neuron: product by product the sum grows, then the bias, then the activation.</source>
      <translation>Ins Neuron hinein: Produkt für Produkt wächst die Summe, dann der Bias, dann die Aktivierung.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/inside.py" />
      <source>{i:,} of {n:,}</source>
      <translation>{i:,} von {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/inside.py" />
      <source>Skip the products that are 0</source>
      <translation>Produkte, die 0 sind, überspringen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/inside.py" />
      <source>The activations before this neuron come with one of the next steps: press →.</source>
      <translation>Die Aktivierungen vor diesem Neuron kommen mit einem der nächsten Schritte: → drücken.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/inside.py" />
      <source>the bias</source>
      <translation>der Bias</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/inside.py" />
      <source>the activation</source>
      <translation>die Aktivierung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/names.py" />
      <source>neuron {j}</source>
      <translation>Neuron {j}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/neuron.py" />
      <source>Weight times activation: what each neuron before it adds to this one's weighted sum.</source>
      <translation>Gewicht mal Aktivierung: was jedes Neuron davor zur gewichteten Summe dieses Neurons gibt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/neuron.py" />
      <source>largest contributions  {product}</source>
      <translation>größte Beiträge  {product}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/neuron.py" />
      <source>The numbers before the update; → goes on with the new ones.</source>
      <translation>Die Zahlen vor dem Update; → macht mit den neuen weiter.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/neuron.py" />
      <source>Largest contributions</source>
      <translation>Größte Beiträge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/neuron.py" />
      <source>The weighted sum of this layer comes with one of the next steps.</source>
      <translation>Die gewichtete Summe dieser Schicht kommt mit einem der nächsten Schritte.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/neuron.py" />
      <source>largest weights  w</source>
      <translation>größte Gewichte  w</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/panel.py" />
      <source>Inspector</source>
      <translation>Inspektor</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/parameter.py" />
      <source>θ is the column of all weights and biases, layer by layer.</source>
      <translation>θ ist die Spalte aller Gewichte und Biases, Schicht für Schicht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/parameter.py" />
      <source>∂{C}/∂{kind} is not yet computed: step on with →</source>
      <translation>∂{C}/∂{kind} ist noch nicht berechnet: weiter mit →</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/parameter.py" />
      <source>The learning rate {η} times the gradient, downhill: {step}</source>
      <translation>Die Lernrate {η} mal der Gradient, bergab: {step}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/parameter.py" />
      <source>what the update does</source>
      <translation>was das Update tut</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/parameter.py" />
      <source>Every parameter moves against its gradient.</source>
      <translation>Jeder Parameter bewegt sich gegen seinen Gradienten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/parameter.py" />
      <source>the weights of its neuron</source>
      <translation>die Gewichte seines Neurons</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/parameter.py" />
      <source>among the weights of its neuron</source>
      <translation>unter den Gewichten seines Neurons</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/pictures.py" />
      <source>incoming weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/pictures.py" />
      <source>Blue weights add to the neuron, red ones take away: what the neuron looks for.</source>
      <translation>Blaue Gewichte geben dem Neuron etwas hinzu, rote nehmen etwas weg: was das Neuron sucht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/pictures.py" />
      <source>Each weight times the activation it multiplies: what reaches the neuron just now.</source>
      <translation>Jedes Gewicht mal die Aktivierung, die es multipliziert: was gerade beim Neuron ankommt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/pictures.py" />
      <source>× the image</source>
      <translation>× das Bild</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/pictures.py" />
      <source>: red, green, blue</source>
      <translation>: Rot, Grün, Blau</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/pictures.py" />
      <source>× the activations</source>
      <translation>× die Aktivierungen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/pictures.py" />
      <source>not yet: press →</source>
      <translation>noch nicht: → drücken</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/pictures.py" />
      <source>exactly</source>
      <translation>genau</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/rows.py" />
      <source>{n:,} others</source>
      <translation>{n:,} andere</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/rows.py" />
      <source>Click to take this weight apart.</source>
      <translation>Klick: dieses Gewicht zerlegen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/running_sum.py" />
      <source>The running sum. Blue steps go right, red ones left; the whole way stays within ±{reach}.</source>
      <translation>Die laufende Summe. Blaue Schritte gehen nach rechts, rote nach links; der ganze Weg bleibt innerhalb ±{reach}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>Each input times its weight, added up one after the other.</source>
      <translation>Jede Eingabe mal ihr Gewicht, eine nach der anderen aufaddiert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>All products, the bias b, and the activation function.</source>
      <translation>Alle Produkte, der Bias b und die Aktivierungsfunktion.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>Speed inside the neuron</source>
      <translation>Tempo im Neuron</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>How quickly one product follows the other.</source>
      <translation>Wie schnell ein Produkt auf das andere folgt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>To the beginning: the sum is 0</source>
      <translation>Zum Anfang: die Summe ist 0</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>One product back</source>
      <translation>Ein Produkt zurück</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>Exactly: the sum is what it was.</source>
      <translation>Ganz genau: die Summe ist, was sie war.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>Play inside the neuron</source>
      <translation>Im Neuron abspielen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>One product on</source>
      <translation>Ein Produkt weiter</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>To the activation</source>
      <translation>Zur Aktivierung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>Leave the neuron (Esc)</source>
      <translation>Neuron verlassen (Esc)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/transport.py" />
      <source>Back to the whole sum.</source>
      <translation>Zurück zur ganzen Summe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/ways.py" />
      <source>{name}: {value}
wish {wish}</source>
      <translation>{name}: {value}
Wunsch {wish}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/ways.py" />
      <source>∂{C}/∂w = a · δ: where a is large, a weight counts most.</source>
      <translation>∂{C}/∂w = a · δ: wo a groß ist, zählt ein Gewicht am meisten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/ways.py" />
      <source>z = Σ w a + b: whatever stands in this sum can be changed.</source>
      <translation>z = Σ w a + b: alles, was in dieser Summe steht, ist änderbar.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/ways.py" />
      <source>Weights, strongest first</source>
      <translation>Gewichte, stärkste zuerst</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/ways.py" />
      <source>The weight's change counts a times.</source>
      <translation>Die Änderung des Gewichts zählt a-fach.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/ways.py" />
      <source>Activations, strongest first</source>
      <translation>Aktivierungen, stärkste zuerst</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/ways.py" />
      <source>Its change counts w times.</source>
      <translation>Ihre Änderung zählt w-fach.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/ways.py" />
      <source>The bias counts once, whatever the input is. Click to take it apart.</source>
      <translation>Der Bias zählt einfach, was auch die Eingabe ist. Klick: zerlegen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/ways.py" />
      <source>This neuron's share of −∂{C}/∂a: −w · δ.</source>
      <translation>Der Anteil dieses Neurons an −∂{C}/∂a: −w · δ.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>Drag over the picture to paint positive weights, right or with Shift negative ones, as strong as the strongest there is: what the neuron looks for, drawn by hand.</source>
      <translation>Über das Bild ziehen malt positive Gewichte, rechts oder mit Umschalt negative, so stark wie das stärkste: was das Neuron sucht, von Hand gezeichnet.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>How the network does on the whole test set; it follows every change by hand.</source>
      <translation>Wie gut das Netz auf der ganzen Testmenge ist; es folgt jeder Änderung von Hand.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>Sets all weights of this neuron to 0, to draw its own.</source>
      <translation>Setzt alle Gewichte dieses Neurons auf 0, um eigene zu zeichnen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>edge</source>
      <translation>Kante</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>Edge detector</source>
      <translation>Kantendetektor</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>Paint the weights</source>
      <translation>Gewichte malen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>Rows {first}–{last}, columns {left}–{right}: +s, the strongest weight (1 if all are 0).</source>
      <translation>Zeilen {first}–{last}, Spalten {left}–{right}: +s, das stärkste Gewicht (1, wenn alle 0 sind).</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>Rows {first}–{above} and {below}–{last}: {minus}{share} s. All others: 0.</source>
      <translation>Zeilen {first}–{above} und {below}–{last}: {minus}{share} s. Alle anderen: 0.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/inspector/weight_tools.py" />
      <source>Their sum is 0: an even gray says nothing to the neuron, a horizontal stroke does.</source>
      <translation>Ihre Summe ist 0: gleichmäßiges Grau sagt dem Neuron nichts, ein waagrechter Strich schon.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>All keys — nnviz</source>
      <translation>Alle Tasten — nnviz</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>← → ↑ ↓</source>
      <translation>← → ↑ ↓</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>Ctrl+arrows, + −</source>
      <translation>Strg+Pfeile, + −</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>← →</source>
      <translation>← →</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>Shift+arrows</source>
      <translation>Umschalt+Pfeile</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>Tab, Shift+Tab</source>
      <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>Space, PgDn, →</source>
      <translation>Leertaste, Bild ab, →</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>in the network: to the neighboring neuron</source>
      <translation>im Netz: zum benachbarten Neuron</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>in the network: move and zoom; 0 shows all</source>
      <translation>im Netz: verschieben und zoomen; 0 zeigt alles</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>on the time slider: update by update; PgUp, PgDn by ten</source>
      <translation>auf der Zeitleiste: Update für Update; Bild auf, Bild ab zu je zehn</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>on sliders and cells: larger steps, or several cells</source>
      <translation>auf Reglern und Zellen: größere Schritte, oder mehrere Zellen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>from control to control; the one with the focus has a frame</source>
      <translation>von Bedienelement zu Bedienelement; das mit dem Fokus hat einen Rahmen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>while presenting: forward; PgUp, ← back; B black; Esc ends</source>
      <translation>beim Vorführen: vorwärts; Bild auf, ← zurück; B schwarz; Esc beendet</translation>
    </message>
    <message>
      <location filename="nnviz/ui/keys_dialog.py" />
      <source>In the panels</source>
      <translation>In den Bereichen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/editors.py" />
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/panel.py" />
      <source>What stands beside the network</source>
      <translation>Was neben dem Netz steht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>How to train</source>
      <translation>Wie trainiert wird</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>Begin again with these</source>
      <translation>Damit neu beginnen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>Defaults</source>
      <translation>Vorgaben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>One mini-batch holds the whole training set: the full gradient ∇{C}.</source>
      <translation>Ein Mini-Batch ist die ganze Trainingsmenge: der volle Gradient ∇{C}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>Draws a new network of the same shape from these first weights and this seed.</source>
      <translation>Zieht ein neues Netz gleicher Form mit diesen ersten Gewichten und diesem Seed.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>Undo brings the old one back.</source>
      <translation>Rückgängig bringt das alte zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>Takes the usual settings of a training again.</source>
      <translation>Nimmt wieder die üblichen Einstellungen eines Trainings.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>It takes effect with “Begin again with these”.</source>
      <translation>Es gilt mit „Damit neu beginnen“.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>It takes effect at once, also while training: from the next mini-batch on.</source>
      <translation>Es gilt sofort, auch beim Training: ab dem nächsten Mini-Batch.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>It takes effect at the next start; a training that runs goes on as it began.</source>
      <translation>Es gilt beim nächsten Start; ein laufendes Training geht weiter, wie es begann.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>takes effect at once, in the next mini-batch</source>
      <translation>gilt sofort, im nächsten Mini-Batch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>at the next start of a training</source>
      <translation>beim nächsten Start eines Trainings</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/settings.py" />
      <source>with a new network of the same shape</source>
      <translation>mit einem neuen Netz gleicher Form</translation>
    </message>
    <message>
      <location filename="nnviz/ui/laboratory/values.py" />
      <source>a whole number is needed here, not “{typed}”</source>
      <translation>hier ist eine ganze Zahl nötig, nicht „{typed}“</translation>
    </message>
    <message>
      <location filename="nnviz/ui/language_menu.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/answer_plot.py" />
      <source>Press Train (T) to see how the answer to this example comes about</source>
      <translation>Trainieren (T) zeigt hier, wie die Antwort auf dieses Beispiel entsteht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/answer_plot.py" />
      <source>This training was opened from a file, and earlier answers are not known. Train on to see new ones.</source>
      <translation>Dieses Training kam aus einer Datei, und frühere Antworten sind nicht bekannt. Weiter trainieren zeigt neue.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/answer_plot.py" />
      <source>Going through the training once more …</source>
      <translation>Geht das Training noch einmal durch …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/example.py" />
      <source>pinned: it stays while you look at others</source>
      <translation>angeheftet: es bleibt, während andere angesehen werden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/example.py" />
      <source>One example while the network learns</source>
      <translation>Ein Beispiel, während das Netz lernt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/example.py" />
      <source>Pin this example</source>
      <translation>Dieses Beispiel anheften</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/example.py" />
      <source>It stays here while other examples are looked at.</source>
      <translation>Es bleibt hier, während andere Beispiele angesehen werden.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/example.py" />
      <source>pin</source>
      <translation>anheften</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/example.py" />
      <source>the example on the screen</source>
      <translation>das Beispiel auf dem Bildschirm</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/example.py" />
      <source>painted on {name}</source>
      <translation>gemalt auf {name}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/histograms.py" />
      <source>weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/histograms.py" />
      <source>&lt;b&gt;Weights&lt;/b&gt;&lt;br&gt;All weights that arrive at this layer; mean ± deviation.</source>
      <translation>&lt;b&gt;Gewichte&lt;/b&gt;&lt;br&gt;Alle Gewichte, die in dieser Schicht ankommen; Mittel ± Abweichung.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/histograms.py" />
      <source>activations</source>
      <translation>Aktivierungen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/histograms.py" />
      <source>&lt;b&gt;Activations&lt;/b&gt;&lt;br&gt;Of all its neurons, for some training examples; mean ± deviation.</source>
      <translation>&lt;b&gt;Aktivierungen&lt;/b&gt;&lt;br&gt;Aller ihrer Neuronen, für einige Trainingsbeispiele; Mittel ± Abweichung.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/norms.py" />
      <source>Press Train (T) to see how long the gradients are</source>
      <translation>Trainieren (T) zeigt hier, wie lang die Gradienten sind</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/norms.py" />
      <source>layer {layer}</source>
      <translation>Schicht {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/norms.py" />
      <source>What every output says to this one example, from the beginning of the training on.</source>
      <translation>Was jede Ausgabe zu diesem einen Beispiel sagt, vom Beginn des Trainings an.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/norms.py" />
      <source>How long each layer's part of the mean gradient is, biases included. Where it is tiny, the layer hardly learns: in deep sigmoid networks the first layers' gradients vanish.</source>
      <translation>Wie lang der Anteil jeder Schicht am mittleren Gradienten ist, Biases eingeschlossen. Wo er winzig ist, lernt die Schicht kaum: in tiefen Sigmoid-Netzen verschwinden die Gradienten der ersten Schichten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/norms.py" />
      <source>The average cost over all examples of a set. Training lowers it for the training set; what it does for the test set shows whether the network generalizes.&lt;br&gt;In a large plot the wheel zooms and a double click shows everything again.</source>
      <translation>Die mittleren Kosten über alle Beispiele einer Menge. Das Training senkt sie für die Trainingsmenge; was es für die Testmenge tut, zeigt, ob das Netz verallgemeinert.&lt;br&gt;In einem großen Diagramm zoomt das Mausrad, und ein Doppelklick zeigt wieder alles.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/norms.py" />
      <source>The share of examples whose class the network guesses right. The test set was never trained on.&lt;br&gt;In a large plot the wheel zooms and a double click shows everything again.</source>
      <translation>Der Anteil der Beispiele, deren Klasse das Netz richtig vermutet. Mit der Testmenge wurde nie trainiert.&lt;br&gt;In einem großen Diagramm zoomt das Mausrad, und ein Doppelklick zeigt wieder alles.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/panel.py" />
      <source>The layers while they learn</source>
      <translation>Die Schichten, während sie lernen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/panel.py" />
      <source>Logarithmic counts</source>
      <translation>Logarithmische Anzahlen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/layers/panel.py" />
      <source>Each step up is ten times as many: single values far from the others become visible.</source>
      <translation>Jede Stufe ist zehnmal so viel: einzelne Werte weit weg von den anderen werden sichtbar.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/choice.py" />
      <source>Choose this as your answer.</source>
      <translation>Dies als Antwort wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/choice.py" />
      <source>right</source>
      <translation>richtig</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/choice.py" />
      <source>not right</source>
      <translation>nicht richtig</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/list.py" />
      <source>Each lesson drives this window. When you leave it, everything is as it was before.</source>
      <translation>Jede Lektion steuert dieses Fenster. Nach dem Verlassen ist alles wieder, wie es vorher war.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/list.py" />
      <source>Open the folder of your own lessons</source>
      <translation>Ordner der eigenen Lektionen öffnen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/list.py" />
      <source>Your own lessons</source>
      <translation>Eigene Lektionen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/list.py" />
      <source>A lesson is a text file; docs/lessons.md says how to write one.</source>
      <translation>Eine Lektion ist eine Textdatei; docs/lessons.md sagt, wie man eine schreibt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/pane.py" />
      <source>Lesson</source>
      <translation>Lektion</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/pane.py" />
      <source>The step's text</source>
      <translation>Der Text des Schritts</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/pane.py" />
      <source>working …</source>
      <translation>arbeitet …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/pane.py" />
      <source>step {n} of {count}</source>
      <translation>Schritt {n} von {count}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/question.py" />
      <source>You said {given}; it is {truth}.</source>
      <translation>Geantwortet: {given}; richtig: {truth}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/question.py" />
      <source>Right: {truth}.</source>
      <translation>Richtig: {truth}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/question.py" />
      <source>What do you expect?</source>
      <translation>Was ist zu erwarten?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/question.py" />
      <source>Your answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/question.py" />
      <source>A number. It need not be exact: being close is enough.</source>
      <translation>Eine Zahl. Sie muss nicht genau sein: nah dran genügt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/question.py" />
      <source>Answer</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/question.py" />
      <source>Shows what is right.</source>
      <translation>Zeigt, was richtig ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/question.py" />
      <source>Right.</source>
      <translation>Richtig.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/question.py" />
      <source>Not quite.</source>
      <translation>Nicht ganz.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/rehearsal.py" />
      <source>is {truth:g}, for which there is no choice</source>
      <translation>ist {truth:g}, wofür es keine Antwort zur Wahl gibt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/rehearsal.py" />
      <source>is met before anything is done</source>
      <translation>ist erfüllt, bevor etwas getan wurde</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/rehearsal.py" />
      <source>takes longer than {n} seconds</source>
      <translation>dauert länger als {n} Sekunden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/rehearsal.py" />
      <source>the formula {tex} cannot be typeset</source>
      <translation>die Formel {tex} lässt sich nicht setzen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/rehearsal.py" />
      <source>{command} in the formula {tex} is unknown</source>
      <translation>{command} in der Formel {tex} ist unbekannt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/rehearsal.py" />
      <source>does not meet: {conditions}</source>
      <translation>erfüllt nicht: {conditions}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/rehearsal.py" />
      <source>a {spec} network has no “{place}”</source>
      <translation>ein Netz {spec} hat kein „{place}“</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/row.py" />
      <source>Begins the lesson, or goes on where it was left.</source>
      <translation>Beginnt die Lektion oder macht weiter, wo sie verlassen wurde.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/row.py" />
      <source>finished</source>
      <translation>fertig</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/row.py" />
      <source>{n} steps</source>
      <translation>{n} Schritte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/task.py" />
      <source>Now you</source>
      <translation>Selbst versuchen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/task.py" />
      <source>Lets the program do it, so that you see how.</source>
      <translation>Lässt das Programm es tun, um zu zeigen, wie es geht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/task.py" />
      <source>Done</source>
      <translation>Geschafft</translation>
    </message>
    <message>
      <location filename="nnviz/ui/lessons/task.py" />
      <source>not yet</source>
      <translation>noch nicht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/loading_bar.py" />
      <source>Progress of loading</source>
      <translation>Fortschritt des Ladens</translation>
    </message>
    <message>
      <location filename="nnviz/ui/loading_bar.py" />
      <source>Stops loading; what is open stays open.</source>
      <translation>Hört auf zu laden; was offen ist, bleibt offen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/loading_bar.py" />
      <source>Downloading {name} …</source>
      <translation>Lädt {name} herunter …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/loading_bar.py" />
      <source>Loading {name} …</source>
      <translation>Lädt {name} …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Theme of the system</source>
      <translation>Farben des Systems</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Larger type</source>
      <translation>Größere Schrift</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Smaller type</source>
      <translation>Kleinere Schrift</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Type at 100%</source>
      <translation>Schrift 100%</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Light or dark</source>
      <translation>Hell oder dunkel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Blue / red</source>
      <translation>Blau / Rot</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Blue / orange</source>
      <translation>Blau / Orange</translation>
    </message>
    <message>
      <location filename="nnviz/ui/look_menu.py" />
      <source>Blue / red with + −</source>
      <translation>Blau / Rot mit + −</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>δ and ∂{C}/∂… are colored as wishes: blue should rise ▲, red fall ▼</source>
      <translation>δ und ∂{C}/∂… sind als Wünsche gefärbt: Blau soll steigen ▲, Rot fallen ▼</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>W, b and z: blue is positive, red negative; a: brightness as in the network</source>
      <translation>W, b und z: Blau ist positiv, Rot negativ; a: Helligkeit wie im Netz</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>{cell}; blue: w should rise ▲, red: fall ▼ (−∂{C}/∂w)</source>
      <translation>{cell}; Blau: w soll steigen ▲, Rot: fallen ▼ (−∂{C}/∂w)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>weights, {layer}</source>
      <translation>Gewichte, {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>activations, {layer}</source>
      <translation>Aktivierungen, {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>1: on; 0: switched off</source>
      <translation>1: an; 0: ausgeschaltet</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>effect of each weighted sum on the cost, ∂{C}/∂z</source>
      <translation>Wirkung jeder gewichteten Summe auf die Kosten, ∂{C}/∂z</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>effect of each activation on the cost, ∂{C}/∂{a}</source>
      <translation>Wirkung jeder Aktivierung auf die Kosten, ∂{C}/∂{a}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>slope of the activation function, σ′(z)</source>
      <translation>Steigung der Aktivierungsfunktion, σ′(z)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>effect of each weight on the cost, ∂{C}/∂w</source>
      <translation>Wirkung jedes Gewichts auf die Kosten, ∂{C}/∂w</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>effect of each bias on the cost, ∂{C}/∂b = δ</source>
      <translation>Wirkung jedes Bias auf die Kosten, ∂{C}/∂b = δ</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>δ = ∂{C}/∂z: for this cost the slope of the output cancels</source>
      <translation>δ = ∂{C}/∂z: bei diesen Kosten kürzt sich die Steigung der Ausgabe heraus</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>each cell: its row’s a times its column’s δ</source>
      <translation>jede Zelle: a ihrer Zeile mal δ ihrer Spalte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>each cell: its row’s δ times its column’s a</source>
      <translation>jede Zelle: δ ihrer Zeile mal a ihrer Spalte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>biases</source>
      <translation>Biases</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>weighted sums</source>
      <translation>gewichtete Summen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>wanted outputs</source>
      <translation>gewünschte Ausgaben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>m = 0 where a neuron is switched off</source>
      <translation>m = 0, wo ein Neuron ausgeschaltet ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/calculation.py" />
      <source>θ as it was before the update</source>
      <translation>θ, wie es vor dem Update war</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>Every number of the matrix as a color, with its digits where they fit</source>
      <translation>Jede Zahl der Matrix als Farbe, mit ihren Ziffern, wo sie Platz haben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>Only as many rows and columns as can be read as numbers: what is chosen, and ⋯ for the rest</source>
      <translation>Nur so viele Zeilen und Spalten, wie als Zahlen lesbar sind: die gewählten, und ⋯ für den Rest</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>&lt;b&gt;Follow the score&lt;/b&gt;&lt;br&gt;Show the calculation at which the cursor of the score stands.</source>
      <translation>&lt;b&gt;Der Partitur folgen&lt;/b&gt;&lt;br&gt;Zeigt die Rechnung, bei der der Cursor der Partitur steht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>a stripe stands for {n} neighbors, in the color of the strongest</source>
      <translation>ein Streifen steht für {n} Nachbarn, in der Farbe des stärksten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>forward</source>
      <translation>vorwärts</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>Weights times activations plus biases, then the activation function: a = σ({Wa} + b)</source>
      <translation>Gewichte mal Aktivierungen plus Biases, dann die Aktivierungsfunktion: a = σ({Wa} + b)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>backward</source>
      <translation>rückwärts</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>The transposed weights carry δ back: δ = σ′(z) ⊙ {carried} of the next layer</source>
      <translation>Die transponierten Gewichte tragen δ zurück: δ = σ′(z) ⊙ {carried} der nächsten Schicht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>gradient</source>
      <translation>Gradient</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>Every δ times every activation before it, the outer product: ∂{C}/∂W = {outer}</source>
      <translation>Jedes δ mal jede Aktivierung davor, das äußere Produkt: ∂{C}/∂W = {outer}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>The layer as matrices</source>
      <translation>Die Schicht als Matrizen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>Calculation</source>
      <translation>Rechnung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>Cells</source>
      <translation>Zellen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>follow</source>
      <translation>folgen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>Follow the score</source>
      <translation>Der Partitur folgen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>numbers</source>
      <translation>Zahlen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/panel.py" />
      <source>The layer whose numbers are calculated</source>
      <translation>Die Schicht, deren Zahlen berechnet werden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/picture.py" />
      <source>{k} of {n:,}</source>
      <translation>{k} von {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/picture.py" />
      <source>numbers × {unit}</source>
      <translation>Zahlen × {unit}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/matrix/view.py" />
      <source>not yet computed: press →</source>
      <translation>noch nicht berechnet: → drücken</translation>
    </message>
    <message>
      <location filename="nnviz/ui/message.py" />
      <source>Close this message</source>
      <translation>Diese Meldung schließen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>&lt;b&gt;{n:,} neurons, {layer}&lt;/b&gt;&lt;br&gt;Every one is a stripe of the bar, where its edges end. Discs name some of them: {chosen}.&lt;br&gt;Click to choose others.</source>
      <translation>&lt;b&gt;{n:,} Neuronen, {layer}&lt;/b&gt;&lt;br&gt;Jedes ist ein Streifen der Leiste, wo seine Kanten enden. Kreise nennen einige davon: {chosen}.&lt;br&gt;Klick: andere wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>Numbers from 0 to {last}, such as 3, 17, 400-410</source>
      <translation>Nummern von 0 bis {last}, etwa 3, 17, 400-410</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>Zoom in	+</source>
      <translation>Vergrößern	+</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>Zoom out	−</source>
      <translation>Verkleinern	−</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>Whole network	0</source>
      <translation>Ganzes Netz	0</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>First and last {n}</source>
      <translation>Erste und letzte {n}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>The {n} strongest</source>
      <translation>Die {n} stärksten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>Row {row} of the image</source>
      <translation>Zeile {row} des Bildes</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>Discs for</source>
      <translation>Kreise für</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>Discs: {layer}</source>
      <translation>Kreise: {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>Motion</source>
      <translation>Bewegung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/menu.py" />
      <source>A list…</source>
      <translation>Liste…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>click</source>
      <translation>Klick</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>choose a neuron or an edge</source>
      <translation>ein Neuron oder eine Kante wählen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>wheel, + −</source>
      <translation>Mausrad, + −</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>zoom</source>
      <translation>zoomen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>drag, Shift + arrows</source>
      <translation>ziehen, Umschalt + Pfeile</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>move the picture</source>
      <translation>das Bild verschieben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>double-click, 0</source>
      <translation>Doppelklick, 0</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>show the whole network</source>
      <translation>das ganze Netz zeigen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>Alt + arrows</source>
      <translation>Alt + Pfeile</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/mouse.py" />
      <source>choose the next neuron or layer</source>
      <translation>das nächste Neuron, die nächste Schicht wählen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/naming.py" />
      <source>at most {most} neurons can be named</source>
      <translation>höchstens {most} Neuronen lassen sich nennen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/naming.py" />
      <source>write numbers and ranges, such as 3, 17, 400-410; not “{part}”</source>
      <translation>Nummern und Bereiche schreiben, etwa 3, 17, 400-410; nicht „{part}“</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/naming.py" />
      <source>this layer has the neurons 0 … {last}; “{part}” is not among them</source>
      <translation>diese Schicht hat die Neuronen 0 … {last}; „{part}“ ist keines davon</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/page.py" />
      <source>Contrast of the edges</source>
      <translation>Kontrast der Kanten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/page.py" />
      <source>&lt;b&gt;Contrast γ&lt;/b&gt;&lt;br&gt;An edge is drawn with the strength (|w| / max |w|)&lt;sup&gt;γ&lt;/sup&gt;: a small γ shows weak weights too, a large one only the strongest.</source>
      <translation>&lt;b&gt;Kontrast γ&lt;/b&gt;&lt;br&gt;Eine Kante wird mit der Stärke (|w| / max |w|)&lt;sup&gt;γ&lt;/sup&gt; gezeichnet: ein kleines γ zeigt auch schwache Gewichte, ein großes nur die stärksten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/page.py" />
      <source>Legend</source>
      <translation>Legende</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/page.py" />
      <source>γ = {gamma:.1f}</source>
      <translation>γ = {gamma:.1f}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/page.py" />
      <source>edges  {minus}</source>
      <translation>Kanten  {minus}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>⋮ {k} of {n:,}</source>
      <translation>⋮ {k} von {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>w</source>
      <translation>w</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>{w·a}</source>
      <translation>{w·a}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>−∂{C}/∂w</source>
      <translation>−∂{C}/∂w</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>Δw</source>
      <translation>Δw</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>{what}  up to ±{scale}</source>
      <translation>{what}  bis ±{scale}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>1 line stands for {n} × {m} edges</source>
      <translation>1 Linie steht für {n} × {m} Kanten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>1 line = {n}×{m}</source>
      <translation>1 Linie = {n}×{m}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>The strongest color stands for ±{scale}.</source>
      <translation>Die kräftigste Farbe steht für ±{scale}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>There are too many edges to be told apart: one line stands for the edges from {n} neighbors to {m}, and its blue and its red are the sums of theirs.</source>
      <translation>Es sind zu viele Kanten, um sie auseinanderzuhalten: eine Linie steht für die Kanten von {n} Nachbarn zu {m}, und ihr Blau und ihr Rot sind deren Summen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>the weights, blue above 0 and red below</source>
      <translation>die Gewichte, blau über 0 und rot darunter</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>what each edge carries to its neuron for this example</source>
      <translation>was jede Kante bei diesem Beispiel ihrem Neuron bringt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>how each weight should change to lower the cost of this example</source>
      <translation>wie sich jedes Gewicht ändern sollte, um die Kosten dieses Beispiels zu senken</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/paint.py" />
      <source>what the last update did to each weight</source>
      <translation>was das letzte Update mit jedem Gewicht gemacht hat</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/switch.py" />
      <source>What the edges show</source>
      <translation>Was die Kanten zeigen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/switch.py" />
      <source>What stands in the middle</source>
      <translation>Was in der Mitte steht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/switch.py" />
      <source>score</source>
      <translation>Partitur</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/switch.py" />
      <source>&lt;b&gt;As the score has it&lt;/b&gt;&lt;br&gt;Weights; and once its gradient is computed, the wish −∂{C}/∂w.</source>
      <translation>&lt;b&gt;Wie in der Partitur&lt;/b&gt;&lt;br&gt;Gewichte; und sobald ihr Gradient berechnet ist, der Wunsch −∂{C}/∂w.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/switch.py" />
      <source>&lt;b&gt;Weights w&lt;/b&gt;&lt;br&gt;How strongly a neuron listens to one before it, and with which sign.</source>
      <translation>&lt;b&gt;Gewichte w&lt;/b&gt;&lt;br&gt;Wie stark und mit welchem Vorzeichen ein Neuron auf eines davor hört.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/switch.py" />
      <source>&lt;b&gt;Contributions {w·a}&lt;/b&gt;&lt;br&gt;What each edge adds to the weighted sum, for this example.</source>
      <translation>&lt;b&gt;Beiträge {w·a}&lt;/b&gt;&lt;br&gt;Was jede Kante bei diesem Beispiel zur gewichteten Summe gibt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/switch.py" />
      <source>&lt;b&gt;Wishes −∂{C}/∂w&lt;/b&gt;&lt;br&gt;The direction that lowers the cost of this example: blue weights should rise, red ones fall.</source>
      <translation>&lt;b&gt;Wünsche −∂{C}/∂w&lt;/b&gt;&lt;br&gt;Die Richtung, die die Kosten dieses Beispiels senkt: blaue Gewichte sollen steigen, rote fallen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/switch.py" />
      <source>&lt;b&gt;The last change Δw&lt;/b&gt;&lt;br&gt;What the last update, training or edit did to each weight; while training, what the newest mini-batch does.</source>
      <translation>&lt;b&gt;Die letzte Änderung Δw&lt;/b&gt;&lt;br&gt;Was das letzte Update, Training oder die letzte Änderung mit jedem Gewicht gemacht hat; beim Training, was der neueste Mini-Batch macht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/values.py" />
      <source>no change yet</source>
      <translation>noch keine Änderung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network/view.py" />
      <source>Keys: + and − zoom, 0 fits, Shift with the arrows pans, Alt with the arrows chooses neurons, the menu key says which are named</source>
      <translation>Tasten: + und − zoomen, 0 zeigt alles, Umschalt mit den Pfeilen verschiebt, Alt mit den Pfeilen wählt Neuronen, die Menütaste sagt, welche genannt werden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network_offer.py" />
      <source>the network that goes on with them</source>
      <translation>das Netz, das damit weitermacht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network_offer.py" />
      <source>the same layers</source>
      <translation>gleiche Schichten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network_offer.py" />
      <source>&lt;b&gt;The same hidden layers&lt;/b&gt;&lt;br&gt;Only inputs and outputs are made to fit.</source>
      <translation>&lt;b&gt;Die gleichen versteckten Schichten&lt;/b&gt;&lt;br&gt;Nur Eingaben und Ausgaben werden passend gemacht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network_offer.py" />
      <source>one that suits</source>
      <translation>ein passendes</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network_offer.py" />
      <source>&lt;b&gt;One that suits&lt;/b&gt;&lt;br&gt;A new network with what is used today for such data, and its {η}.</source>
      <translation>&lt;b&gt;Ein passendes&lt;/b&gt;&lt;br&gt;Ein neues Netz mit dem, was heute für solche Daten üblich ist, und dessen {η}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/network_offer.py" />
      <source>It is known once the data have been read.</source>
      <translation>Es ist bekannt, wenn die Daten gelesen sind.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>New network</source>
      <translation>Neues Netz</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>ReLU wants small steps: set the learning rate to 0.1 or less before training.</source>
      <translation>ReLU will kleine Schritte: vor dem Training die Lernrate auf 0.1 oder weniger stellen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>Create network</source>
      <translation>Netz anlegen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>Builds it; undo brings the present network back. (Enter)</source>
      <translation>Baut es; Rückgängig bringt das jetzige Netz zurück. (Eingabetaste)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>Leaves the present network as it is. (Esc)</source>
      <translation>Lässt das jetzige Netz, wie es ist. (Esc)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>start from</source>
      <translation>ausgehen von</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>16-16 sigmoid (classic)</source>
      <translation>16-16 Sigmoid (klassisch)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>30 sigmoid</source>
      <translation>30 Sigmoid</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>ReLU + softmax + cross-entropy</source>
      <translation>ReLU + Softmax + Kreuzentropie</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>logistic (softmax) regression</source>
      <translation>logistische (Softmax-)Regression</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>linear regression</source>
      <translation>lineare Regression</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>a curve: 16 tanh</source>
      <translation>eine Kurve: 16 tanh</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>Two hidden layers of 16: small enough to look at every neuron.</source>
      <translation>Zwei versteckte Schichten aus 16: klein genug, um jedes Neuron anzusehen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>One hidden layer of 30 neurons.</source>
      <translation>Eine versteckte Schicht aus 30 Neuronen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>What is used most today, with the smaller learning rate that ReLU wants, {η} = 0.1.</source>
      <translation>Was heute am meisten benutzt wird, mit der kleineren Lernrate, die ReLU will, {η} = 0.1.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>No hidden layer: every output looks straight at the input, and its weights are a picture of what it looks for.</source>
      <translation>Keine versteckte Schicht: jede Ausgabe sieht direkt auf die Eingabe, und ihre Gewichte sind ein Bild dessen, was sie sucht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>No hidden layer, no squashing, squared error: a straight line through measured values.</source>
      <translation>Keine versteckte Schicht, keine Aktivierungsfunktion, quadratischer Fehler: eine Gerade durch gemessene Werte.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/dialog.py" />
      <source>Sixteen bent pieces add up to a function through measured values. With first biases that are drawn too, they bend in different places.</source>
      <translation>Sechzehn gebogene Stücke addieren sich zu einer Funktion durch gemessene Werte. Mit ebenfalls gezogenen ersten Biases biegen sie sich an verschiedenen Stellen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>Data set</source>
      <translation>Datenmenge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>What the network learns from. It fixes the number of inputs and of outputs.</source>
      <translation>Woraus das Netz lernt. Sie legt die Zahl der Eingaben und Ausgaben fest.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>Output activation</source>
      <translation>Aktivierung der Ausgabe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>What is done to the weighted sums of the last layer. Softmax makes them shares of 1.</source>
      <translation>Was mit den gewichteten Summen der letzten Schicht geschieht. Softmax macht daraus Anteile von 1.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>How far the outputs are from what was wanted, as one number: what training makes small.</source>
      <translation>Wie weit die Ausgaben vom Gewünschten entfernt sind, als eine Zahl: was das Training klein macht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>Initialization</source>
      <translation>Initialisierung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>How the first weights are drawn. n is the number of inputs of a neuron, m of its layer.</source>
      <translation>Wie die ersten Gewichte gezogen werden. n ist die Zahl der Eingaben eines Neurons, m die seiner Schicht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>N(0, v) is a bell curve around 0 with variance v.</source>
      <translation>N(0, v) ist eine Glockenkurve um 0 mit Varianz v.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>The beginning of the random numbers: the same seed draws the same weights again.</source>
      <translation>Der Anfang der Zufallszahlen: derselbe Seed zieht wieder dieselben Gewichte.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>Another seed</source>
      <translation>Anderer Seed</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>Moved here, for these suit such a network.</source>
      <translation>Hierher umgestellt, denn das passt zu einem solchen Netz.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>hidden layers</source>
      <translation>versteckte Schichten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>first weights</source>
      <translation>erste Gewichte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>{n} neurons, one per class</source>
      <translation>{n} Neuronen, eins je Klasse</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>Moved here from {old}, which does not go with {output}.</source>
      <translation>Umgestellt von {old}, was nicht zu {output} passt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>1 neuron</source>
      <translation>1 Neuron</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/form.py" />
      <source>{n} neurons</source>
      <translation>{n} Neuronen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/hidden_layers.py" />
      <source>Add a layer</source>
      <translation>Schicht hinzufügen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/hidden_layers.py" />
      <source>One more step between input and output; up to {n} hidden layers.</source>
      <translation>Ein weiterer Schritt zwischen Eingabe und Ausgabe; bis zu {n} versteckte Schichten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/hidden_layers.py" />
      <source>none: input and output only</source>
      <translation>keine: nur Eingabe und Ausgabe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/hidden_layers.py" />
      <source>Neurons of hidden layer {n}</source>
      <translation>Neuronen der versteckten Schicht {n}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/hidden_layers.py" />
      <source>More neurons can tell more patterns apart, and need more weights.</source>
      <translation>Mehr Neuronen können mehr Muster unterscheiden und brauchen mehr Gewichte.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/hidden_layers.py" />
      <source>Activation of hidden layer {n}</source>
      <translation>Aktivierung der versteckten Schicht {n}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/hidden_layers.py" />
      <source>What is done to each weighted sum. Without a bent curve two layers could do no more than one.</source>
      <translation>Was mit jeder gewichteten Summe geschieht. Ohne gebogene Kurve könnten zwei Schichten nicht mehr als eine.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/new_network/hidden_layers.py" />
      <source>Remove hidden layer {n}</source>
      <translation>Versteckte Schicht {n} entfernen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/notation_menu.py" />
      <source>Notation</source>
      <translation>Schreibweise</translation>
    </message>
    <message>
      <location filename="nnviz/ui/notation_menu.py" />
      <source>Columns: W a, w_jk, C, η</source>
      <translation>Spalten: W a, w_jk, C, η</translation>
    </message>
    <message>
      <location filename="nnviz/ui/notation_menu.py" />
      <source>Rows: a W, w_ij, L, λ</source>
      <translation>Zeilen: a W, w_ij, L, λ</translation>
    </message>
    <message>
      <location filename="nnviz/ui/notation_menu.py" />
      <source>Outputs ŷ: W a, w_jk, J, α</source>
      <translation>Ausgaben ŷ: W a, w_jk, J, α</translation>
    </message>
    <message>
      <location filename="nnviz/ui/notation_menu.py" />
      <source>i, j, k: input, hidden, output</source>
      <translation>i, j, k: Eingabe, versteckt, Ausgabe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/notation_menu.py" />
      <source>Activations are columns and the weights stand before them: z = W a + b; w_jk leads to j, from k.</source>
      <translation>Aktivierungen sind Spalten, und die Gewichte stehen davor: z = W a + b; w_jk führt zu j, von k.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/notation_menu.py" />
      <source>Activations are rows and the weights stand behind them: z = a W + b; w_ij leads from i to j.</source>
      <translation>Aktivierungen sind Zeilen, und die Gewichte stehen dahinter: z = a W + b; w_ij führt von i zu j.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/notation_menu.py" />
      <source>What the network answers is written ŷ, beside the wanted y; the cost is J, the learning rate α.</source>
      <translation>Was das Netz antwortet, wird ŷ geschrieben, neben dem gewünschten y; die Kosten sind J, die Lernrate α.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/notation_menu.py" />
      <source>Every place has its letter: i counts inputs, j hidden neurons and k outputs.</source>
      <translation>Jeder Ort hat seinen Buchstaben: i zählt Eingaben, j versteckte Neuronen und k Ausgaben.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/offscreen.py" />
      <source>the training did not come so far in {n} seconds</source>
      <translation>das Training kam in {n} Sekunden nicht so weit</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>Own data</source>
      <translation>Eigene Daten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>First row</source>
      <translation>Erste Zeile</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>Whether the first row names the columns, or is an example as all others are.</source>
      <translation>Ob die erste Zeile die Spalten benennt oder ein Beispiel ist wie alle anderen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>What is learned</source>
      <translation>Was gelernt wird</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>The column that the network shall learn to tell.</source>
      <translation>Die Spalte, die das Netz zu sagen lernen soll.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>How it is learned</source>
      <translation>Wie es gelernt wird</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>Classes are told apart, with one output for each; a value is met as nearly as possible.</source>
      <translation>Klassen werden unterschieden, mit einer Ausgabe je Klasse; ein Wert wird so nah wie möglich getroffen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>Size of the images</source>
      <translation>Größe der Bilder</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>All images are scaled to one size; each pixel is an input, or three in color.</source>
      <translation>Alle Bilder werden auf eine Größe gebracht; jedes Pixel ist eine Eingabe, in Farbe drei.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>Leaves everything as it is. (Esc)</source>
      <translation>Lässt alles, wie es ist. (Esc)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>first row</source>
      <translation>erste Zeile</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>to be learned</source>
      <translation>zu lernen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>learned</source>
      <translation>gelernt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/own_data.py" />
      <source>size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="nnviz/ui/painting.py" />
      <source>The wheel or [ ] make the brush finer or broader; a drag is one step of undo (Ctrl+Z).</source>
      <translation>Das Mausrad oder [ ] machen den Pinsel feiner oder breiter; ein Zug ist ein Schritt von Rückgängig (Strg+Z).</translation>
    </message>
    <message>
      <location filename="nnviz/ui/painting.py" />
      <source>Key {key}.</source>
      <translation>Taste {key}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>one dimension</source>
      <translation>eine Dimension</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>two dimensions</source>
      <translation>zwei Dimensionen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>the network's cost</source>
      <translation>Kosten des Netzes</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>curves</source>
      <translation>Kurven</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>layers</source>
      <translation>Schichten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>exam</source>
      <translation>Prüfung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>race</source>
      <translation>Rennen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>health</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>matrix</source>
      <translation>Matrix</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>∇{C}</source>
      <translation>∇{C}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>examples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>update</source>
      <translation>Update</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>functions</source>
      <translation>Funktionen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>chain</source>
      <translation>Kette</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>draw</source>
      <translation>zeichnen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>sheet</source>
      <translation>Bogen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>space</source>
      <translation>Raum</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>plane</source>
      <translation>Ebene</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>curve</source>
      <translation>Kurve</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;A cost of one number&lt;/b&gt;&lt;br&gt;A ball, the tangent under it, and the step −{η} · slope.</source>
      <translation>&lt;b&gt;Kosten einer Zahl&lt;/b&gt;&lt;br&gt;Eine Kugel, die Tangente unter ihr, und der Schritt −{η} · Steigung.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;A cost of two numbers&lt;/b&gt;&lt;br&gt;Surface and contours; the gradient, and several walkers.</source>
      <translation>&lt;b&gt;Kosten zweier Zahlen&lt;/b&gt;&lt;br&gt;Fläche und Höhenlinien; der Gradient, und mehrere Wanderer.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;The real cost of the real network&lt;/b&gt;&lt;br&gt;Along −∇{C}, along other directions, over a plane.</source>
      <translation>&lt;b&gt;Die wirklichen Kosten des wirklichen Netzes&lt;/b&gt;&lt;br&gt;Längs −∇{C}, längs anderer Richtungen, über einer Ebene.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Curves&lt;/b&gt;&lt;br&gt;Cost and accuracy, or R², over the epochs.</source>
      <translation>&lt;b&gt;Kurven&lt;/b&gt;&lt;br&gt;Kosten und Genauigkeit, oder R², über den Epochen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;How to train&lt;/b&gt;&lt;br&gt;Optimizer, rate, schedule, penalties, when to stop: each with its formula.</source>
      <translation>&lt;b&gt;Wie trainiert wird&lt;/b&gt;&lt;br&gt;Optimierer, Rate, Plan, Strafterme, wann Schluss ist: alles mit seiner Formel.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Inside the layers&lt;/b&gt;&lt;br&gt;How long their gradients are, how weights and activations are spread.</source>
      <translation>&lt;b&gt;In den Schichten&lt;/b&gt;&lt;br&gt;Wie lang ihre Gradienten sind, wie Gewichte und Aktivierungen verteilt sind.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;One example&lt;/b&gt;&lt;br&gt;What the network has answered to it, from the beginning of its training on.</source>
      <translation>&lt;b&gt;Ein Beispiel&lt;/b&gt;&lt;br&gt;Was das Netz darauf geantwortet hat, vom Beginn seines Trainings an.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;The exam&lt;/b&gt;&lt;br&gt;Unseen images one after another: who is taken for whom, and which are wrong.</source>
      <translation>&lt;b&gt;Die Prüfung&lt;/b&gt;&lt;br&gt;Ungesehene Bilder eins nach dem anderen: wer für wen gehalten wird, und welche falsch sind.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Races&lt;/b&gt;&lt;br&gt;Up to ten trainings side by side, each with one thing changed: who learns how fast?</source>
      <translation>&lt;b&gt;Rennen&lt;/b&gt;&lt;br&gt;Bis zu zehn Trainings nebeneinander, jedes in einem Punkt anders: wer lernt wie schnell?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Does it learn?&lt;/b&gt;&lt;br&gt;Dead and saturated neurons, gradients that vanish; and what to try.</source>
      <translation>&lt;b&gt;Lernt es?&lt;/b&gt;&lt;br&gt;Tote und gesättigte Neuronen, verschwindende Gradienten; und was helfen könnte.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;The network&lt;/b&gt;&lt;br&gt;Neurons as discs, weights as edges.</source>
      <translation>&lt;b&gt;Das Netz&lt;/b&gt;&lt;br&gt;Neuronen als Kreise, Gewichte als Kanten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;One layer as a matrix&lt;/b&gt;&lt;br&gt;a = σ({Wa} + b): every edge is a cell of W.</source>
      <translation>&lt;b&gt;Eine Schicht als Matrix&lt;/b&gt;&lt;br&gt;a = σ({Wa} + b): jede Kante ist eine Zelle von W.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;All first-layer weights&lt;/b&gt;&lt;br&gt;One picture for each neuron: what does it look for?</source>
      <translation>&lt;b&gt;Alle Gewichte der ersten Schicht&lt;/b&gt;&lt;br&gt;Ein Bild je Neuron: was sucht es?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Wishes&lt;/b&gt;&lt;br&gt;What every output wants of the layer before, row by row, and the sum.</source>
      <translation>&lt;b&gt;Wünsche&lt;/b&gt;&lt;br&gt;Was jede Ausgabe von der Schicht davor will, Zeile für Zeile, und die Summe.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;The gradient ∇{C}&lt;/b&gt;&lt;br&gt;All its components as a list: what each parameter should do.</source>
      <translation>&lt;b&gt;Der Gradient ∇{C}&lt;/b&gt;&lt;br&gt;Alle seine Komponenten als Liste: was jeder Parameter tun soll.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Many examples&lt;/b&gt;&lt;br&gt;What each of them would nudge, what is left on average, how much cancels.</source>
      <translation>&lt;b&gt;Viele Beispiele&lt;/b&gt;&lt;br&gt;Was jedes anstoßen würde, was im Mittel übrig bleibt, wie viel sich aufhebt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;A mini-batch step by step&lt;/b&gt;&lt;br&gt;Example by example nudges add up; then the mean, the update.</source>
      <translation>&lt;b&gt;Ein Mini-Batch Schritt für Schritt&lt;/b&gt;&lt;br&gt;Beispiel für Beispiel addieren sich Anstöße; dann das Mittel, das Update.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;What did that update do?&lt;/b&gt;&lt;br&gt;Before and after of every parameter; Δ{C} predicted and real.</source>
      <translation>&lt;b&gt;Was hat das Update getan?&lt;/b&gt;&lt;br&gt;Vorher und nachher für jeden Parameter; Δ{C} vorhergesagt und wirklich.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Two functions&lt;/b&gt;&lt;br&gt;The network takes an image and holds θ still; the cost takes θ.</source>
      <translation>&lt;b&gt;Zwei Funktionen&lt;/b&gt;&lt;br&gt;Das Netz nimmt ein Bild und hält θ fest; die Kosten nehmen θ.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;A chain of single neurons&lt;/b&gt;&lt;br&gt;Nudge one weight, and follow it link by link to the cost.</source>
      <translation>&lt;b&gt;Eine Kette einzelner Neuronen&lt;/b&gt;&lt;br&gt;Ein Gewicht anstoßen und ihm Glied für Glied bis zu den Kosten folgen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Networks side by side&lt;/b&gt;&lt;br&gt;Up to ten trainings from one start, each with one thing changed.</source>
      <translation>&lt;b&gt;Netze nebeneinander&lt;/b&gt;&lt;br&gt;Bis zu zehn Trainings von einem Anfang aus, jedes in einem Punkt anders.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Draw a digit&lt;/b&gt;&lt;br&gt;A pad, what the network sees of it, and what it says; and noise.</source>
      <translation>&lt;b&gt;Ziffer zeichnen&lt;/b&gt;&lt;br&gt;Eine Zeichenfläche, was das Netz davon sieht, und was es sagt; und Rauschen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;All examples at a glance&lt;/b&gt;&lt;br&gt;By class, only the wrong ones; a click shows one to the network.</source>
      <translation>&lt;b&gt;Alle Beispiele auf einen Blick&lt;/b&gt;&lt;br&gt;Nach Klassen, nur die falschen; ein Klick zeigt eins dem Netz.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;Each layer as a space&lt;/b&gt;&lt;br&gt;Where its activations put the test examples; do the classes part?</source>
      <translation>&lt;b&gt;Jede Schicht als Raum&lt;/b&gt;&lt;br&gt;Wohin ihre Aktivierungen die Testbeispiele legen; trennen sich die Klassen?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;The plane&lt;/b&gt;&lt;br&gt;What every neuron says all over it; points to add, move and remove.</source>
      <translation>&lt;b&gt;Die Ebene&lt;/b&gt;&lt;br&gt;Was jedes Neuron überall darauf sagt; Punkte zum Hinzufügen, Verschieben und Entfernen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/pictures.py" />
      <source>&lt;b&gt;The network as a curve&lt;/b&gt;&lt;br&gt;One number in, one out: its function drawn over the points.</source>
      <translation>&lt;b&gt;Das Netz als Kurve&lt;/b&gt;&lt;br&gt;Eine Zahl hinein, eine heraus: seine Funktion über den Punkten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/class_switch.py" />
      <source>Class that a click adds</source>
      <translation>Klasse, die ein Klick hinzufügt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/class_switch.py" />
      <source>&lt;b&gt;A click adds a point of class {name}&lt;/b&gt; (key {key})&lt;br&gt;Drag a point to move it; the right button, or Delete, removes it. Each of these is one step of undo.</source>
      <translation>&lt;b&gt;Ein Klick fügt einen Punkt der Klasse {name} hinzu&lt;/b&gt; (Taste {key})&lt;br&gt;Einen Punkt ziehen verschiebt ihn; die rechte Taste oder Entf entfernt ihn. Jedes davon ist ein Schritt von Rückgängig.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/controls.py" />
      <source>Shape</source>
      <translation>Form</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/controls.py" />
      <source>What the points are drawn from.</source>
      <translation>Woraus die Punkte gezogen werden.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/controls.py" />
      <source>Number of classes</source>
      <translation>Anzahl der Klassen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/controls.py" />
      <source>Draws as many again, with the next seed.</source>
      <translation>Zieht noch einmal so viele, mit dem nächsten Seed.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/controls.py" />
      <source>Which points there are: their shape, number, noise, and inputs.</source>
      <translation>Welche Punkte es gibt: Form, Anzahl, Rauschen und Eingaben.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/controls.py" />
      <source>click adds</source>
      <translation>Klick setzt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/features.py" />
      <source>Inputs of the network</source>
      <translation>Eingaben des Netzes</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/features.py" />
      <source>Which numbers of each point it is given. With others it gets a new first layer.</source>
      <translation>Welche Zahlen jedes Punktes es erhält. Mit anderen bekommt es eine neue erste Schicht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/hand.py" />
      <source>&lt;b&gt;Points in the plane&lt;/b&gt;&lt;br&gt;A click adds a point, a drag moves one, the right button removes it.&lt;br&gt;By keys: arrows lead a cross-hair, Enter adds a point there, Shift with an arrow takes one along, Delete removes it.</source>
      <translation>&lt;b&gt;Punkte in der Ebene&lt;/b&gt;&lt;br&gt;Ein Klick setzt einen Punkt, Ziehen verschiebt einen, die rechte Taste entfernt ihn.&lt;br&gt;Mit Tasten: Pfeile führen ein Fadenkreuz, die Eingabetaste setzt dort einen Punkt, Umschalt mit einem Pfeil nimmt einen mit, Entf entfernt ihn.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/head.py" />
      <source>Back to the answer</source>
      <translation>Zurück zur Antwort</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/head.py" />
      <source>Lets the chosen neuron go. (Esc)</source>
      <translation>Lässt das gewählte Neuron los. (Esc)</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/panel.py" />
      <source>These points, and a small network that suits them. Undo (Ctrl+Z) brings back what is here.</source>
      <translation>Diese Punkte und ein kleines Netz, das zu ihnen passt. Rückgängig (Strg+Z) bringt zurück, was hier ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/panel.py" />
      <source>Points of the test set</source>
      <translation>Punkte der Testmenge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/panel.py" />
      <source>Shows them too, as rings. The network never learns from them.</source>
      <translation>Zeigt auch sie, als Ringe. Das Netz lernt nie aus ihnen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/panel.py" />
      <source>It shows data of 2 inputs, and these have {n:,}.</source>
      <translation>Es zeigt Daten mit 2 Eingaben, und diese haben {n:,}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/panel.py" />
      <source>test points</source>
      <translation>Testpunkte</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/reading.py" />
      <source>What the network takes the points for.</source>
      <translation>Wofür das Netz die Punkte hält.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/surface.py" />
      <source>Surface over the plane, with the points</source>
      <translation>Fläche über der Ebene, mit den Punkten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plane/tiles.py" />
      <source>A surface for every neuron</source>
      <translation>Eine Fläche je Neuron</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/epoch_plot.py" />
      <source>It shows what a training leaves behind, and nothing has been trained here yet.</source>
      <translation>Es zeigt, was ein Training hinterlässt, und hier wurde noch nichts trainiert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/epoch_plot.py" />
      <source>gradient norms</source>
      <translation>Längen der Gradienten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/epoch_plot.py" />
      <source>accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/epoch_plot.py" />
      <source>R²</source>
      <translation>R²</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/epoch_plot.py" />
      <source>epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/export.py" />
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/export.py" />
      <source>Saves the plot as a picture, or its numbers.</source>
      <translation>Speichert das Diagramm als Bild, oder seine Zahlen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/export.py" />
      <source>Save as a picture</source>
      <translation>Als Bild speichern</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/export.py" />
      <source>Save the numbers (CSV)…</source>
      <translation>Zahlen speichern (CSV)…</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/lines_plot.py" />
      <source>epoch {epochs}</source>
      <translation>Epoche {epochs}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/log_axis.py" />
      <source>Logarithmic axis: {what}</source>
      <translation>Logarithmische Achse: {what}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/log_axis.py" />
      <source>&lt;b&gt;Logarithmic axis&lt;/b&gt;&lt;br&gt;Each step up is ten times as much: what is small becomes visible.</source>
      <translation>&lt;b&gt;Logarithmische Achse&lt;/b&gt;&lt;br&gt;Jede Stufe ist zehnmal so viel: was klein ist, wird sichtbar.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/metric_plot.py" />
      <source>Press Train (T) to see the cost fall</source>
      <translation>Trainieren (T) drücken, um die Kosten sinken zu sehen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/metric_plot.py" />
      <source>Press Train (T) to see the accuracy rise</source>
      <translation>Trainieren (T) drücken, um die Genauigkeit steigen zu sehen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/metric_plot.py" />
      <source>Press Train (T) to see R² rise</source>
      <translation>Trainieren (T) drücken, um R² steigen zu sehen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/metric_plot.py" />
      <source>at epoch {epochs}</source>
      <translation>bei Epoche {epochs}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/plots/parts.py" />
      <source>{value:,.6g}</source>
      <translation>{value:,.6g}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/notes.py" />
      <source>Presenter notes — nnviz</source>
      <translation>Notizen für den Vortrag — nnviz</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/notes.py" />
      <source>No lesson is open</source>
      <translation>Keine Lektion ist offen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/notes.py" />
      <source>The notes of a lesson's steps stand here.</source>
      <translation>Hier stehen die Notizen zu den Schritten einer Lektion.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/notes.py" />
      <source>No notes for this step.</source>
      <translation>Keine Notizen zu diesem Schritt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/notes.py" />
      <source>Next: {title}</source>
      <translation>Danach: {title}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/presenter.py" />
      <source>Present</source>
      <translation>Vorführen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/presenter.py" />
      <source>Light around the mouse</source>
      <translation>Licht um die Maus</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/presenter.py" />
      <source>Presenter notes</source>
      <translation>Notizen für den Vortrag</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/presenter.py" />
      <source>The whole screen, larger type; a clicker or Space, → and ← lead through steps and phases. B turns the screen black, Esc ends.</source>
      <translation>Der ganze Bildschirm, größere Schrift; ein Presenter oder Leertaste, → und ← führen durch Schritte und Phasen. B macht den Bildschirm schwarz, Esc beendet.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/presenter.py" />
      <source>Dims all but a circle around the mouse.</source>
      <translation>Verdunkelt alles außer einem Kreis um die Maus.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/presenter/presenter.py" />
      <source>What only the presenter sees: the notes of the lesson's step, what comes next, and the time.</source>
      <translation>Was nur die vortragende Person sieht: die Notizen zum Schritt der Lektion, was danach kommt, und die Zeit.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/buttons.py" />
      <source>epoch {n}</source>
      <translation>Epoche {n}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/buttons.py" />
      <source>{n} lanes</source>
      <translation>{n} Bahnen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/buttons.py" />
      <source>making ready …</source>
      <translation>bereitet vor …</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/buttons.py" />
      <source>over</source>
      <translation>vorbei</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/buttons.py" />
      <source>&lt;b&gt;Put the race away&lt;/b&gt;&lt;br&gt;It ends, and its curves go; the line-up stays, to begin again.</source>
      <translation>&lt;b&gt;Rennen wegräumen&lt;/b&gt;&lt;br&gt;Es endet, und seine Kurven gehen; die Aufstellung bleibt, um neu zu beginnen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/buttons.py" />
      <source>Put the race away</source>
      <translation>Rennen wegräumen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/buttons.py" />
      <source>Once more</source>
      <translation>Noch einmal</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/buttons.py" />
      <source>All lanes are trained turn by turn, level in epochs. The normal training is paused.</source>
      <translation>Alle Bahnen werden reihum trainiert, gleichauf in Epochen. Das normale Training pausiert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/buttons.py" />
      <source>{what}: race</source>
      <translation>{what}: Rennen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>The time each lane has spent on its own training, without measuring and waiting.</source>
      <translation>Die Zeit, die jede Bahn mit ihrem eigenen Training verbracht hat, ohne Messen und Warten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>Steps downhill: a small mini-batch makes many of them in one epoch.</source>
      <translation>Schritte bergab: ein kleiner Mini-Batch macht viele davon in einer Epoche.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>The share of examples whose class is guessed right.</source>
      <translation>Der Anteil der Beispiele, deren Klasse richtig vermutet wird.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>Of which examples</source>
      <translation>Von welchen Beispielen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>Each step is ten times as much.</source>
      <translation>Jede Stufe ist zehnmal so viel.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>The average cost over all examples of a set.</source>
      <translation>Die mittleren Kosten über alle Beispiele einer Menge.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>The examples that are trained on, as each lane has them.</source>
      <translation>Die Beispiele, mit denen trainiert wird, wie jede Bahn sie hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>The examples nobody trains on; the same for all lanes.</source>
      <translation>Die Beispiele, mit denen niemand trainiert; für alle Bahnen dieselben.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>both</source>
      <translation>beide</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>Both: training drawn through, test dashed.</source>
      <translation>Beide: Training durchgezogen, Test gestrichelt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>How often every training example was used.</source>
      <translation>Wie oft jedes Trainingsbeispiel benutzt wurde.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>updates</source>
      <translation>Updates</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>seconds</source>
      <translation>Sekunden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>Logarithmic cost axis</source>
      <translation>Logarithmische Kostenachse</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/choices.py" />
      <source>Logarithmic x axis</source>
      <translation>Logarithmische x-Achse</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/editor.py" />
      <source>What is changed</source>
      <translation>Was anders ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/editor.py" />
      <source>Everything else stays as the network has it now.</source>
      <translation>Alles Übrige bleibt, wie das Netz es jetzt hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/editor.py" />
      <source>To what</source>
      <translation>Worauf</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/editor.py" />
      <source>What it becomes in this lane.</source>
      <translation>Was es in dieser Bahn wird.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/editor.py" />
      <source>To which value</source>
      <translation>Auf welchen Wert</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/editor.py" />
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/editor.py" />
      <source>&lt;b&gt;Add the lane&lt;/b&gt;&lt;br&gt;Up to ten can race.</source>
      <translation>&lt;b&gt;Bahn hinzufügen&lt;/b&gt;&lt;br&gt;Bis zu zehn können mitmachen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/editor.py" />
      <source>0 is the whole training set.</source>
      <translation>0 ist die ganze Trainingsmenge.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>flat out</source>
      <translation>volles Tempo</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>{n:g} per s</source>
      <translation>{n:g} pro s</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>What races</source>
      <translation>Was verglichen wird</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>Each choice changes one thing; the rest stays as your network, data and settings have it.</source>
      <translation>Jede Wahl ändert eine Sache; der Rest bleibt wie bei Netz, Daten und Einstellungen des Fensters.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>Epochs of the race</source>
      <translation>Epochen des Rennens</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>Counts from the next start.</source>
      <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>Pace of the race</source>
      <translation>Tempo des Rennens</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>How many epochs a second are not exceeded: slow enough, the curves can be watched.</source>
      <translation>Wie viele Epochen pro Sekunde nicht überschritten werden: langsam genug, und den Kurven lässt sich zusehen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>from here</source>
      <translation>von hier</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>&lt;b&gt;From here&lt;/b&gt;&lt;br&gt;The lanes begin with the network as it is now; otherwise with the numbers that it began with. Counts from the next start.</source>
      <translation>&lt;b&gt;Von hier&lt;/b&gt;&lt;br&gt;Die Bahnen beginnen mit dem Netz, wie es jetzt ist; sonst mit den Zahlen, mit denen es begann. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>sigmoid against ReLU</source>
      <translation>Sigmoid vs. ReLU</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>learning rates</source>
      <translation>Lernraten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>batch sizes</source>
      <translation>Batchgrößen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>initializations</source>
      <translation>Initialisierungen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>ten starts</source>
      <translation>zehn Anfänge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>true against random</source>
      <translation>echt vs. zufällig</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>one class only</source>
      <translation>nur eine Klasse</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/head.py" />
      <source>optimizers</source>
      <translation>Optimierer</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>lane</source>
      <translation>Bahn</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>test</source>
      <translation>Test</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>best</source>
      <translation>beste</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>test cost</source>
      <translation>Testkosten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>RMSE</source>
      <translation>RMSE</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>Accuracy on the test set, now</source>
      <translation>Genauigkeit auf der Testmenge, jetzt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>The best accuracy on the test set so far</source>
      <translation>Die bisher beste Genauigkeit auf der Testmenge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>Average cost of the training set</source>
      <translation>Mittlere Kosten der Trainingsmenge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>Average cost of the test set</source>
      <translation>Mittlere Kosten der Testmenge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>How far the lane has come</source>
      <translation>Wie weit die Bahn gekommen ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>Steps downhill so far</source>
      <translation>Schritte bergab bisher</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>Time spent on this lane's training</source>
      <translation>Zeit für das Training dieser Bahn</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>R² on the test set: 1 is perfect, 0 a guess</source>
      <translation>R² auf der Testmenge: 1 ist vollkommen, 0 wie geraten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>√ of the mean (a − y)² on the test set</source>
      <translation>√ aus dem Mittel von (a − y)² auf der Testmenge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>What is different in it</source>
      <translation>Was in ihr anders ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/model.py" />
      <source>A click sorts.</source>
      <translation>Ein Klick sortiert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/networks.py" />
      <source>The networks of the race</source>
      <translation>Die Netze des Rennens</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/networks.py" />
      <source>A click, or ← and →, chooses a lane; it then stands out in the curves and the table.</source>
      <translation>Ein Klick, oder ← und →, wählt eine Bahn; sie tritt dann in Kurven und Tabelle hervor.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/networks.py" />
      <source>✕ update {n:,}</source>
      <translation>✕ Update {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>Choose a lane to see all it has reached, and to take its network over.</source>
      <translation>Eine Bahn wählen, um alles zu sehen, was sie erreicht hat, und ihr Netz zu übernehmen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>Race</source>
      <translation>Rennen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>Add a lane</source>
      <translation>Bahn hinzufügen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>With one thing changed by hand.</source>
      <translation>Mit einer von Hand geänderten Sache.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>Take the chosen lane away</source>
      <translation>Gewählte Bahn wegnehmen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>One always stays.</source>
      <translation>Eine bleibt immer.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>Copy the table</source>
      <translation>Tabelle kopieren</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>As text with tabs, in full precision, for a spreadsheet.</source>
      <translation>Als Text mit Tabulatoren, in voller Genauigkeit, für eine Tabellenkalkulation.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>Take over</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/panel.py" />
      <source>&lt;b&gt;Side by side&lt;/b&gt;&lt;br&gt;The lanes' networks in the middle of the window, live.</source>
      <translation>&lt;b&gt;Nebeneinander&lt;/b&gt;&lt;br&gt;Die Netze der Bahnen in der Mitte des Fensters, live.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/picture.py" />
      <source>{race}: {what}, {sets}</source>
      <translation>{race}: {what}, {sets}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/picture.py" />
      <source>at the end</source>
      <translation>am Ende</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/plot.py" />
      <source>epoch {x}</source>
      <translation>Epoche {x}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/plot.py" />
      <source>update {x}</source>
      <translation>Update {x}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/plot.py" />
      <source>{x} seconds</source>
      <translation>{x} Sekunden</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/plot.py" />
      <source>The curves of the race</source>
      <translation>Die Kurven des Rennens</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/plot.py" />
      <source>No race has been run yet.</source>
      <translation>Es gab noch kein Rennen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/plot.py" />
      <source>Press Start: the curves of all lanes appear here</source>
      <translation>Start drücken: hier erscheinen die Kurven aller Bahnen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/side.py" />
      <source>Networks side by side</source>
      <translation>Netze nebeneinander</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/side.py" />
      <source>What is shown of each network</source>
      <translation>Was von jedem Netz gezeigt wird</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/side.py" />
      <source>What races is chosen in the Train workspace, on the page “race”.</source>
      <translation>Was verglichen wird, ist unter „Trainieren“ auf der Seite „Rennen“ wählbar.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/side.py" />
      <source>Press Start: the networks of all lanes appear here, and learn side by side.</source>
      <translation>Start drücken: hier erscheinen die Netze aller Bahnen und lernen nebeneinander.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/side.py" />
      <source>All its weights as lines, and its neurons while the example runs through it.</source>
      <translation>Alle Gewichte als Linien, und die Neuronen, während das Beispiel hindurchläuft.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/side.py" />
      <source>What each neuron of the first layer looks for, each to its own scale.</source>
      <translation>Was jedes Neuron der ersten Schicht sucht, jedes in eigener Skala.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/table.py" />
      <source>The lanes of the race</source>
      <translation>Die Bahnen des Rennens</translation>
    </message>
    <message>
      <location filename="nnviz/ui/race/table.py" />
      <source>One row for each network of the race, and how far it has come.</source>
      <translation>Eine Zeile je Netz des Rennens, und wie weit es gekommen ist.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/recovery.py" />
      <source>A {spec} network on {data}, {trained}, kept on {when}.</source>
      <translation>Ein Netz {spec} auf {data}, {trained}, aufgehoben am {when}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/recovery.py" />
      <source>nnviz did not end by itself the last time, and something was not saved.</source>
      <translation>nnviz hat sich das letzte Mal nicht selbst beendet, und etwas war nicht gespeichert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/recovery.py" />
      <source>Take it up</source>
      <translation>Wieder aufnehmen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/recovery.py" />
      <source>Delete it</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/recovery.py" />
      <source>Ask me later</source>
      <translation>Später fragen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/recovery.py" />
      <source>after 1 update</source>
      <translation>nach 1 Update</translation>
    </message>
    <message>
      <location filename="nnviz/ui/recovery.py" />
      <source>after {n:,} updates</source>
      <translation>nach {n:,} Updates</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sample_view.py" />
      <source>The first examples</source>
      <translation>Die ersten Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/ui/saving.py" />
      <source>There is a file {name} already. Replace it?</source>
      <translation>Eine Datei {name} gibt es schon. Ersetzen?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/score/panel.py" />
      <source>Score</source>
      <translation>Partitur</translation>
    </message>
    <message>
      <location filename="nnviz/ui/score/row.py" />
      <source>phase {n} of {count}</source>
      <translation>Phase {n} von {count}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/score/row.py" />
      <source>The score: the phases of one update</source>
      <translation>Die Partitur: die Phasen eines Updates</translation>
    </message>
    <message>
      <location filename="nnviz/ui/segments.py" />
      <source>The rest, for which there is no room here</source>
      <translation>Der Rest, für den hier kein Platz ist</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>Which set</source>
      <translation>Welche Menge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>Which of them</source>
      <translation>Welche davon</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>Shows the examples of one class alone.</source>
      <translation>Zeigt nur die Beispiele einer Klasse.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>Order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>What stands first.</source>
      <translation>Was zuerst steht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>&lt;b&gt;Training examples&lt;/b&gt;&lt;br&gt;What the network learns from.</source>
      <translation>&lt;b&gt;Trainingsbeispiele&lt;/b&gt;&lt;br&gt;Woraus das Netz lernt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>&lt;b&gt;Test examples&lt;/b&gt;&lt;br&gt;What it has never learned from.</source>
      <translation>&lt;b&gt;Testbeispiele&lt;/b&gt;&lt;br&gt;Woraus es nie gelernt hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>&lt;b&gt;All&lt;/b&gt;&lt;br&gt;Right and wrong ones.</source>
      <translation>&lt;b&gt;Alle&lt;/b&gt;&lt;br&gt;Richtige und falsche.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>wrong</source>
      <translation>falsche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>&lt;b&gt;Only the wrong ones&lt;/b&gt;&lt;br&gt;What the network takes for something else.</source>
      <translation>&lt;b&gt;Nur die falschen&lt;/b&gt;&lt;br&gt;Was das Netz für etwas anderes hält.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/panel.py" />
      <source>all classes</source>
      <translation>alle Klassen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/sheet/view.py" />
      <source>Sheet of examples</source>
      <translation>Bogen mit Beispielen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/space/panel.py" />
      <source>Layers as representations</source>
      <translation>Schichten als Darstellungen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/space/view.py" />
      <source>{label}: {example}</source>
      <translation>{label}: {example}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/timeline/strip.py" />
      <source>Click or drag: any update comes back exactly, and training goes on from there.</source>
      <translation>Klicken oder ziehen: jedes Update kommt genau zurück, und das Training geht von dort weiter.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/timeline/strip.py" />
      <source>Time slider</source>
      <translation>Zeitleiste</translation>
    </message>
    <message>
      <location filename="nnviz/ui/timeline/strip.py" />
      <source>This training was opened from a file, which keeps its beginning and its end.</source>
      <translation>Dieses Training kam aus einer Datei, die seinen Anfang und sein Ende enthält.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/tour.py" />
      <source>the picture {file} cannot be written</source>
      <translation>das Bild {file} lässt sich nicht schreiben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>1 example</source>
      <translation>1 Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>1 batch</source>
      <translation>1 Batch</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>1 epoch</source>
      <translation>1 Epoche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>How many examples are averaged for one update: 1 is quick and drunk, all of them slow and sure.</source>
      <translation>Über wie viele Beispiele für ein Update gemittelt wird: 1 ist schnell und betrunken, alle sind langsam und sicher.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>It counts from the next mini-batch, also while training.</source>
      <translation>Es gilt ab dem nächsten Mini-Batch, auch beim Training.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>Epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>How many times a training goes through all the training examples.</source>
      <translation>Wie oft ein Training durch alle Trainingsbeispiele geht.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>Pace</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>Updates a second. Slow enough, each one can be watched; flat out trains fastest.</source>
      <translation>Updates pro Sekunde. Langsam genug, und jedem lässt sich zusehen; volles Tempo trainiert am schnellsten.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/bar.py" />
      <source>How far one update goes against the gradient. It takes effect at once, also while training.</source>
      <translation>Wie weit ein Update gegen den Gradienten geht. Es gilt sofort, auch beim Training.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/training/status.py" />
      <source>{n:,} updates</source>
      <translation>{n:,} Updates</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/changes.py" />
      <source>The largest changes</source>
      <translation>Die größten Änderungen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/changes.py" />
      <source>Which weights and biases the step moved most.</source>
      <translation>Welche Gewichte und Biases der Schritt am meisten bewegt hat.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/changes.py" />
      <source>Click to choose this parameter everywhere.</source>
      <translation>Klick: diesen Parameter überall wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/deltas.py" />
      <source>Changes of layer {n}</source>
      <translation>Änderungen der Schicht {n}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/deltas.py" />
      <source>the first {k} of {n} neurons; the edges of the network show all</source>
      <translation>die ersten {k} von {n} Neuronen; die Kanten des Netzes zeigen alle</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/deltas.py" />
      <source>&lt;b&gt;Δ into the {layer}&lt;/b&gt;&lt;br&gt;{note}</source>
      <translation>&lt;b&gt;Δ in die {layer}&lt;/b&gt;&lt;br&gt;{note}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/deltas.py" />
      <source>Δ of layer {n}, ±{scale}</source>
      <translation>Δ der Schicht {n}, ±{scale}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/deltas.py" />
      <source>one picture for each of the {n} neurons</source>
      <translation>ein Bild für jedes der {n} Neuronen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/deltas.py" />
      <source>a row for each neuron: its weights, and at the right its bias</source>
      <translation>eine Zeile je Neuron: seine Gewichte, und rechts sein Bias</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/panel.py" />
      <source>What did that update do?</source>
      <translation>Was hat das Update getan?</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/panel.py" />
      <source>choose any weight or bias: its before and after stand here</source>
      <translation>ein Gewicht oder Bias wählen: Vorher und Nachher</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/rates.py" />
      <source>{η}′ = {rate}</source>
      <translation>{η}′ = {rate}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/table.py" />
      <source>Predicted and real change of the cost</source>
      <translation>Vorhergesagte und wirkliche Änderung der Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/table.py" />
      <source>predicted</source>
      <translation>erwartet</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/table.py" />
      <source>real</source>
      <translation>wirklich</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/trying.py" />
      <source>How far the step would go. Solid: the real cost; dashed: what ∇{C} alone predicts.</source>
      <translation>Wie weit der Schritt ginge. Durchgezogen: die wirklichen Kosten; gestrichelt: was ∇{C} allein vorhersagt.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/trying.py" />
      <source>The cost over another learning rate {η}′</source>
      <translation>Die Kosten über einer anderen Lernrate {η}′</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/trying.py" />
      <source>Drag, or Tab and ← →.</source>
      <translation>Ziehen, oder Tab und ← →.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/trying.py" />
      <source>Another learning rate {η}′</source>
      <translation>Andere Lernrate {η}′</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/trying.py" />
      <source>try another {η}, without the step</source>
      <translation>ein anderes {η} versuchen, ohne den Schritt</translation>
    </message>
    <message>
      <location filename="nnviz/ui/update/trying.py" />
      <source>{η}′</source>
      <translation>{η}′</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/panel.py" />
      <source>Wishes</source>
      <translation>Wünsche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/panel.py" />
      <source>next layer</source>
      <translation>nächste Schicht</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/panel.py" />
      <source>Back to where the score came from: the wishes that these nudges are the sum of.</source>
      <translation>Zurück dorthin, wo die Partitur herkam: die Wünsche, deren Summe diese Anstöße sind.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/panel.py" />
      <source>one layer further back</source>
      <translation>eine Schicht weiter zurück</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/panel.py" />
      <source>The sum becomes the wish of the layer before, and it wants something of the one before it.</source>
      <translation>Die Summe wird zum Wunsch der Schicht davor, und diese will etwas von der vor ihr.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/panel.py" />
      <source>The score has not come to these wishes yet.</source>
      <translation>Die Partitur ist noch nicht bei diesen Wünschen angekommen.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/panel.py" />
      <source>go there: the wish of the {before}</source>
      <translation>dorthin: Wunsch der {before}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/panel.py" />
      <source>Moves the cursor of the score to the phase that sums these wishes.</source>
      <translation>Bewegt den Cursor der Partitur zur Phase, die diese Wünsche addiert.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/rows_bar.py" />
      <source>Each row is what one neuron wants; below, the sum grows. Keys Page ↓ ↑, Home and End.</source>
      <translation>Jede Zeile ist, was ein Neuron will; darunter wächst die Summe. Tasten Bild ↓ ↑, Pos1 und Ende.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/rows_bar.py" />
      <source>all {rows:,} rows</source>
      <translation>alle {rows:,} Zeilen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/rows_bar.py" />
      <source>row {shown:,} of {rows:,}</source>
      <translation>Zeile {shown:,} von {rows:,}</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/rows_bar.py" />
      <source>No rows yet</source>
      <translation>Noch keine Zeilen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/rows_bar.py" />
      <source>One row back</source>
      <translation>Eine Zeile zurück</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/rows_bar.py" />
      <source>Next row</source>
      <translation>Nächste Zeile</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/rows_bar.py" />
      <source>All rows</source>
      <translation>Alle Zeilen</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/table.py" />
      <source>Table of wishes</source>
      <translation>Tabelle der Wünsche</translation>
    </message>
    <message>
      <location filename="nnviz/ui/wishes/table.py" />
      <source>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;Its row is not revealed yet: press ▶ below.</source>
      <translation>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;Seine Zeile ist noch nicht aufgedeckt: unten ▶ drücken.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/worksheet/html.py" />
      <source>Key</source>
      <translation>Lösung</translation>
    </message>
    <message>
      <location filename="nnviz/ui/worksheet/html.py" />
      <source>Given</source>
      <translation>Gegeben</translation>
    </message>
    <message>
      <location filename="nnviz/ui/worksheet/opened.py" />
      <source>{n:,} weights are too many to compute by hand: {most} at most.</source>
      <translation>{n:,} Gewichte sind zu viele, um sie von Hand zu rechnen: höchstens {most}.</translation>
    </message>
    <message>
      <location filename="nnviz/ui/worksheet/opened.py" />
      <source>A neuron is switched off: switch it on first.</source>
      <translation>Ein Neuron ist ausgeschaltet: zuerst einschalten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>Mini-batch {number:,} of {count:,}, epoch {epoch:,}</source>
      <translation>Mini-Batch {number:,} von {count:,}, Epoche {epoch:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>examples {first:,} to {last:,} of {n:,}, shuffled</source>
      <translation>Beispiele {first:,} bis {last:,} von {n:,}, gemischt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>{done:,} of {size:,}</source>
      <translation>{done:,} von {size:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>example {n:,}</source>
      <translation>Beispiel {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>mean cosine {cosine} · {share} of all nudges cancel</source>
      <translation>mittlerer Kosinus {cosine} · {share} aller Anstöße heben sich auf</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>layer {layer}, neuron {j}</source>
      <translation>Schicht {layer}, Neuron {j}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>length {length}</source>
      <translation>Länge {length}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>means of {n} mini-batches drawn at random; all: the one there is</source>
      <translation>Mittel aus {n} zufällig gezogenen Mini-Batches; alle: der eine, den es gibt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>⋮ {n:,} more</source>
      <translation>⋮ {n:,} weitere</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>mean: sum ÷ {size:,}</source>
      <translation>Mittel: Summe ÷ {size:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>mean</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>+ {examples}</source>
      <translation>+ {examples}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>all {n:,}</source>
      <translation>alle {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/batch.py" />
      <source>{n:,}</source>
      <translation>{n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>The nudge moves the cost by {change}; derivative times nudge says {predicted}.</source>
      <translation>Der Anstoß bewegt die Kosten um {change}; Ableitung mal Anstoß sagt {predicted}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>What if y were {target}? Only this picture asks; the example's y is {real}.</source>
      <translation>Was wäre, wenn y {target} wäre? Nur dieses Bild fragt; das y des Beispiels ist {real}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>A chain of single neurons</source>
      <translation>Eine Kette einzelner Neuronen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>With one neuron in every layer, backpropagation is one product: nudge a weight, and watch the nudge travel through z and a to the cost. The network on the screen, {spec}, has more neurons than that.</source>
      <translation>Mit einem Neuron in jeder Schicht ist Backpropagation ein einziges Produkt: ein Gewicht anstoßen und zusehen, wie der Anstoß durch z und a bis zu den Kosten wandert. Das Netz auf dem Bildschirm, {spec}, hat mehr Neuronen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>The input x. Drag it: all that follows moves along.</source>
      <translation>Die Eingabe x. Ziehen: alles, was folgt, bewegt sich mit.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>The cost of this example. It follows from a and y.</source>
      <translation>Die Kosten dieses Beispiels. Sie folgen aus a und y.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>Choose a size for the nudge: without one there is nothing to compare.</source>
      <translation>Eine Größe für den Anstoß wählen: ohne ihn gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>Here the cost does not feel this nudge at all: one of the factors is 0.</source>
      <translation>Hier spüren die Kosten diesen Anstoß gar nicht: einer der Faktoren ist 0.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>A weight: how much this neuron listens to the one before. Drag it, and all follows.</source>
      <translation>Ein Gewicht: wie sehr dieses Neuron auf das davor hört. Ziehen, und alles folgt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>A bias: how easily this neuron wakes. Drag it, and all follows.</source>
      <translation>Ein Bias: wie leicht dieses Neuron erwacht. Ziehen, und alles folgt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>The weighted sum, z = {w·a} + b. It follows from the numbers left of it.</source>
      <translation>Die gewichtete Summe, z = {w·a} + b. Sie folgt aus den Zahlen links davon.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>The activation, what this neuron says. It follows from z.</source>
      <translation>Die Aktivierung, was dieses Neuron sagt. Sie folgt aus z.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/chain.py" />
      <source>The wanted output. Drag it to see what another target would cost, here alone.</source>
      <translation>Die gewünschte Ausgabe. Ziehen zeigt, nur hier, was ein anderes Soll kosten würde.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>({c}({name} + Δ) − {c}({name} − Δ)) / 2Δ</source>
      <translation>({c}({name} + Δ) − {c}({name} − Δ)) / 2Δ</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>{count:,} differences: relative error {error}</source>
      <translation>{count:,} Differenzen: relativer Fehler {error}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>&lt;b&gt;Check the whole network&lt;/b&gt;&lt;br&gt;Change every single parameter by ±0.00001, see what the cost does, and compare with ∇{c}: ‖∇num − ∇‖ / (‖∇num‖ + ‖∇‖).</source>
      <translation>&lt;b&gt;Ganzes Netz prüfen&lt;/b&gt;&lt;br&gt;Jeden einzelnen Parameter um ±0.00001 ändern, sehen, was die Kosten tun, und mit ∇{c} vergleichen: ‖∇num − ∇‖ / (‖∇num‖ + ‖∇‖).</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>{count:,} differences, not all of them numbers</source>
      <translation>{count:,} Differenzen, nicht alle davon Zahlen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>{count:,} differences, none larger than rounding</source>
      <translation>{count:,} Differenzen, keine größer als die Rundung</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>✓ agrees</source>
      <translation>✓ stimmt überein</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>✗ differs</source>
      <translation>✗ weicht ab</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>∠ at a kink</source>
      <translation>∠ an einem Knick</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>✓ both are 0</source>
      <translation>✓ beide sind 0</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>≈ too flat to tell</source>
      <translation>≈ zu flach zum Messen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>∞ no number</source>
      <translation>∞ keine Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>What really happens to the cost is what backpropagation says.</source>
      <translation>Was mit den Kosten wirklich geschieht, ist das, was Backpropagation sagt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>What really happens to the cost is not what backpropagation says.</source>
      <translation>Was mit den Kosten wirklich geschieht, ist nicht das, was Backpropagation sagt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>The cost does not move at all, and the gradient is 0.</source>
      <translation>Die Kosten bewegen sich gar nicht, und der Gradient ist 0.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>The cost moves less than rounding does: such a small gradient cannot be measured.</source>
      <translation>Die Kosten bewegen sich weniger als die Rundung: ein so kleiner Gradient ist nicht messbar.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>The numbers have grown beyond what can be computed with.</source>
      <translation>Die Zahlen sind größer geworden, als gerechnet werden kann.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>A ReLU stands at its kink: to the left the slope is {left}, to the right {right}; backpropagation takes 0 for the slope of the ReLU there.</source>
      <translation>Eine ReLU steht an ihrem Knick: links ist die Steigung {left}, rechts {right}; Backpropagation nimmt dort 0 als Steigung der ReLU.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>Largest difference: {worst}.</source>
      <translation>Größte Differenz: {worst}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>{n:,} of them reach across the kink of a ReLU, first {worst}.</source>
      <translation>{n:,} davon reichen über den Knick einer ReLU hinweg, zuerst {worst}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>They differ most for {worst}.</source>
      <translation>Am meisten weichen sie ab bei {worst}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/check.py" />
      <source>The cost hardly moves, whatever is changed.</source>
      <translation>Die Kosten bewegen sich kaum, was auch geändert wird.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/color.py" />
      <source>gray 0, full color ±{scale}</source>
      <translation>Grau 0, volle Farbe ±{scale}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/color.py" />
      <source>Mid gray is 0. A weight above 0 makes its pixel redder, greener or bluer, one below 0 takes that color away: what the neuron looks for, in color.</source>
      <translation>Mittelgrau ist 0. Ein Gewicht über 0 macht sein Pixel röter, grüner oder blauer, eines unter 0 nimmt diese Farbe weg: was das Neuron sucht, in Farbe.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/color.py" />
      <source>color</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/color.py" />
      <source>channels</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <location filename="nnviz/wording/color.py" />
      <source>&lt;b&gt;Red, green, blue side by side&lt;/b&gt;&lt;br&gt;Each weight by its sign: blue adds, red takes away.</source>
      <translation>&lt;b&gt;Rot, Grün, Blau nebeneinander&lt;/b&gt;&lt;br&gt;Jedes Gewicht nach seinem Vorzeichen: Blau gibt hinzu, Rot nimmt weg.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/color.py" />
      <source>&lt;b&gt;One picture in color&lt;/b&gt;</source>
      <translation>&lt;b&gt;Ein Bild in Farbe&lt;/b&gt;</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>{split} example {index:,}</source>
      <translation>Beispiel {index:,} ({split})</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>least squares {value}</source>
      <translation>kleinste Quadrate {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>neuron {j} adds {value}</source>
      <translation>Neuron {j} gibt {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>each neuron's {wa}</source>
      <translation>{wa} jedes Neurons</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>their sum and the bias {b} are the function</source>
      <translation>ihre Summe und der Bias {b} sind die Funktion</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>What each neuron before the output adds to it, its activation over x times its weight: {whole}.</source>
      <translation>Was jedes Neuron vor der Ausgabe zu ihr gibt, seine Aktivierung über x mal sein Gewicht: {whole}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>The line with the smallest sum of ({a} − y)² over the training points, computed at once. Gradient descent on the squared error comes ever nearer to it.</source>
      <translation>Die Gerade mit der kleinsten Summe von ({a} − y)² über die Trainingspunkte, auf einen Schlag berechnet. Gradientenabstieg auf dem quadratischen Fehler kommt ihr immer näher.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>The network's slope and intercept minus those of the line.</source>
      <translation>Steigung und Achsenabschnitt des Netzes minus die der Geraden.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>1 input</source>
      <translation>1 Eingabe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>{n:,} inputs</source>
      <translation>{n:,} Eingaben</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>1 output</source>
      <translation>1 Ausgabe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>{n:,} outputs</source>
      <translation>{n:,} Ausgaben</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>A network of one number in and one out is a function that can be drawn over the points it learns from. The data on the screen have {inputs} and {outputs}.</source>
      <translation>Ein Netz mit einer Zahl hinein und einer heraus ist eine Funktion, die sich über die Punkte zeichnen lässt, aus denen es lernt. Die Daten auf dem Bildschirm haben {inputs} und {outputs}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>their sum and the bias b are z, and {a} = σ(z) is the function</source>
      <translation>ihre Summe und der Bias b sind z, und {a} = σ(z) ist die Funktion</translation>
    </message>
    <message>
      <location filename="nnviz/wording/curve.py" />
      <source>not defined: all targets are alike</source>
      <translation>nicht definiert: alle Sollwerte sind gleich</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Images of {r}×{c}: {n:,} inputs.</source>
      <translation>Bilder zu {r}×{c}: {n:,} Eingaben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>{n:,} classes: {names}.</source>
      <translation>{n:,} Klassen: {names}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>{inputs!r} are the inputs, {label!r} is what is learned.</source>
      <translation>{inputs!r} sind die Eingaben, {label!r} wird gelernt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>The column {name!r} is what is learned.</source>
      <translation>Die Spalte {name!r} wird gelernt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Left out, for they are no measured numbers: {names}.</source>
      <translation>Weggelassen, denn es sind keine gemessenen Zahlen: {names}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Left out, for they are no measured numbers: {names} and {more:,} more.</source>
      <translation>Weggelassen, denn es sind keine gemessenen Zahlen: {names} und {more:,} weitere.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Images scaled to {r}×{c}: {n:,}.</source>
      <translation>Bilder auf {r}×{c} gebracht: {n:,}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>{test:,} of {n:,} examples, drawn at random, are for the test.</source>
      <translation>{test:,} von {n:,} Beispielen, zufällig gezogen, sind für den Test.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>The {n:,} inputs of each example were taken for an image of {side}×{side}.</source>
      <translation>Die {n:,} Eingaben jedes Beispiels gelten als Bild zu {side}×{side}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Each input was shifted and scaled to mean 0 and spread 1 over the training examples.</source>
      <translation>Jede Eingabe wurde so verschoben und skaliert, dass sie über die Trainingsbeispiele das Mittel 0 und die Streuung 1 hat.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Brightness was divided by {white}.</source>
      <translation>Die Helligkeit wurde durch {white} geteilt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>The values run from {low:g} to {high:g}: choose an output that reaches them, the identity.</source>
      <translation>Die Werte gehen von {low:g} bis {high:g}: eine Ausgabe wählen, die sie erreicht, die Identität.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Left out, for a value is missing: line {lines}; {n:,} rows are left.</source>
      <translation>Weggelassen, denn ein Wert fehlt: Zeile {lines}; {n:,} Zeilen bleiben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Left out, for a value is missing: line {lines} and {more:,} more; {n:,} rows are left.</source>
      <translation>Weggelassen, denn ein Wert fehlt: Zeile {lines} und {more:,} weitere; {n:,} Zeilen bleiben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>A new network that fits takes over: {sizes}.</source>
      <translation>Ein neues, passendes Netz macht weiter: {sizes}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>A new network that suits them: {sizes}, {kinds}, {η} = {rate:g}.</source>
      <translation>Ein neues Netz, das zu ihnen passt: {sizes}, {kinds}, {η} = {rate:g}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Handwritten digits, 28×28</source>
      <translation>Handgeschriebene Ziffern, 28×28</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Handwritten digits, 8×8</source>
      <translation>Handgeschriebene Ziffern, 8×8</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>One number in, one out</source>
      <translation>Eine Zahl hinein, eine heraus</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Points on a line</source>
      <translation>Punkte auf einer Geraden</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Points on a parabola</source>
      <translation>Punkte auf einer Parabel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Points on a sine</source>
      <translation>Punkte auf einem Sinus</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Points on a step</source>
      <translation>Punkte auf einer Stufe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Noise around a level</source>
      <translation>Rauschen um einen Wert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>MNIST, 70,000 handwritten digits</source>
      <translation>MNIST, 70 000 handgeschriebene Ziffern</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>features</source>
      <translation>Merkmale</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>header</source>
      <translation>Kopfzeile</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>task</source>
      <translation>Aufgabe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>side</source>
      <translation>Seite</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Digits 28×28</source>
      <translation>Ziffern 28×28</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Digits 8×8</source>
      <translation>Ziffern 8×8</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>One number</source>
      <translation>Eine Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>MNIST</source>
      <translation>MNIST</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>CIFAR-10</source>
      <translation>CIFAR-10</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Line</source>
      <translation>Gerade</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Parabola</source>
      <translation>Parabel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Sine</source>
      <translation>Sinus</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Jump</source>
      <translation>Stufe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Real handwriting of 13 people, prepared as MNIST's digits are. It comes with the program.</source>
      <translation>Echte Handschrift von 13 Menschen, aufbereitet wie die Ziffern von MNIST. Sie kommt mit dem Programm.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>The same handwriting as the coarse pictures it was published as: every pixel is seen.</source>
      <translation>Dieselbe Handschrift als die groben Bilder, als die sie veröffentlicht wurde: jedes Pixel ist zu sehen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>The handwritten digits that such networks have been compared with since 1998.</source>
      <translation>Die handgeschriebenen Ziffern, an denen solche Netze seit 1998 verglichen werden.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Small color photographs of ten kinds of things. A fully connected network gets about half of them right.</source>
      <translation>Kleine Farbfotos von zehn Arten von Dingen. Ein vollständig verbundenes Netz hat etwa die Hälfte richtig.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>What you have drawn on the pad and kept with a label: does the network know your hand?</source>
      <translation>Was auf der Zeichenfläche gezeichnet und mit Label aufgehoben wurde: kennt das Netz diese Hand?</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>One class around the other. No straight line parts them.</source>
      <translation>Eine Klasse um die andere herum. Keine Gerade trennt sie.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Two half-moons that reach into one another.</source>
      <translation>Zwei Halbmonde, die ineinandergreifen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Round clouds, one for each class.</source>
      <translation>Runde Wolken, eine je Klasse.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Two arms wound around one another: the hardest of these.</source>
      <translation>Zwei umeinander gewundene Arme: am schwersten von diesen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Opposite corners belong together. No single neuron can tell them apart.</source>
      <translation>Gegenüberliegende Ecken gehören zusammen. Kein einzelnes Neuron kann sie unterscheiden.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>One straight line parts them: a network without a hidden layer is enough.</source>
      <translation>Eine Gerade trennt sie: ein Netz ohne versteckte Schicht genügt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Linear regression: a network without a hidden layer is enough.</source>
      <translation>Lineare Regression: ein Netz ohne versteckte Schicht genügt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>The simplest bend: what no straight line can follow, and two pieces nearly can.</source>
      <translation>Die einfachste Biegung: keine Gerade kann ihr folgen, zwei Stücke können es beinahe.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>A value to be met, not a class: the network bends its function through the points.</source>
      <translation>Ein Wert zu treffen, keine Klasse: das Netz biegt seine Funktion durch die Punkte.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>A jump, which a smooth function can only come close to.</source>
      <translation>Ein Sprung, dem eine glatte Funktion nur nahekommen kann.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Nothing to learn: whoever does better in training than the mean has learned noise by heart.</source>
      <translation>Nichts zu lernen: wer im Training besser ist als das Mittel, hat Rauschen auswendig gelernt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Five pairs of numbers: small enough to follow every product by hand.</source>
      <translation>Fünf Zahlenpaare: klein genug, um jedem Produkt von Hand zu folgen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>Color images of {r}×{c}: {n:,} inputs.</source>
      <translation>Farbbilder zu {r}×{c}: {n:,} Eingaben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>The present network fits and goes on with them.</source>
      <translation>Das jetzige Netz passt und macht damit weiter.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>changed by hand</source>
      <translation>von Hand geändert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>{train:,} examples to train on and {test:,} to test.</source>
      <translation>{train:,} Beispiele zum Trainieren und {test:,} zum Testen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>1 input.</source>
      <translation>1 Eingabe.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>{n:,} inputs.</source>
      <translation>{n:,} Eingaben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>1 value to be met.</source>
      <translation>1 Wert zu treffen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>{n:,} values to be met.</source>
      <translation>{n:,} Werte zu treffen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/data.py" />
      <source>inputs: {names}</source>
      <translation>Eingaben: {names}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/derivation.py" />
      <source>the cost gives</source>
      <translation>die Kosten geben</translation>
    </message>
    <message>
      <location filename="nnviz/wording/derivation.py" />
      <source>{symbol}, the sum of {n:,} paths</source>
      <translation>{symbol}, die Summe aus {n:,} Wegen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/derivation.py" />
      <source>Click to go to the neuron; ▸ unfolds what it is made of.</source>
      <translation>Klick: zum Neuron gehen; ▸ klappt auf, woraus es besteht.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/derivation.py" />
      <source>1 other</source>
      <translation>1 anderer</translation>
    </message>
    <message>
      <location filename="nnviz/wording/derivation.py" />
      <source>{symbol}, from the cost</source>
      <translation>{symbol}, von den Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/derivation.py" />
      <source>{symbol}, along its one path</source>
      <translation>{symbol}, auf seinem einen Weg</translation>
    </message>
    <message>
      <location filename="nnviz/wording/derivation.py" />
      <source>Click to fold them.</source>
      <translation>Klick: zuklappen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/derivation.py" />
      <source>Click to list them, path by path.</source>
      <translation>Klick: auflisten, Weg für Weg.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>slope {slope}</source>
      <translation>Steigung {slope}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{MINUS}{η} · slope = {move}</source>
      <translation>{MINUS}{η} · Steigung = {move}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>After {n} steps the ball is beyond all numbers: it has diverged.</source>
      <translation>Nach {n} Schritten ist die Kugel jenseits aller Zahlen: sie ist divergiert.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>minimum at {letter} = {x}</source>
      <translation>Minimum bei {letter} = {x}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{C} over {used:,} of {count:,} training examples, evenly spaced</source>
      <translation>{C} über {used:,} von {count:,} Trainingsbeispielen, in gleichen Abständen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{more} matters {ratio} times as much as {less}.</source>
      <translation>{more} zählt {ratio}-mal so viel wie {less}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{still} stays at {held}: here {C} {rises} by {slope} per unit of {runs}.</source>
      <translation>{still} bleibt bei {held}: hier {rises} {C} um {slope} je Einheit {runs}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>∂{C}/∂{name} = {slope}</source>
      <translation>∂{C}/∂{name} = {slope}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>∇{C} = ({first}, {second})</source>
      <translation>∇{C} = ({first}, {second})</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a = {function}, fitted to {n} points, seed {seed}</source>
      <translation>a = {function}, an {n} Punkten, Seed {seed}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{MINUS}{η} · slope = {product}</source>
      <translation>{MINUS}{η} · Steigung = {product}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{C} → {cost}</source>
      <translation>{C} → {cost}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>no slope</source>
      <translation>keine Steigung</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>rests</source>
      <translation>ruht</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>lost</source>
      <translation>verloren</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>diverges</source>
      <translation>divergiert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>overshoots</source>
      <translation>schießt hinaus</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>creeps</source>
      <translation>kriecht</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>descends</source>
      <translation>steigt ab</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>There is no slope here, so there is no step.</source>
      <translation>Hier gibt es keine Steigung, also keinen Schritt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>The step is as good as none: the ball stays where it is.</source>
      <translation>Der Schritt ist so gut wie keiner: die Kugel bleibt, wo sie ist.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>The step leads to where there is no cost.</source>
      <translation>Der Schritt führt dorthin, wo es keine Kosten gibt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>Past the bottom and higher up, where it is steeper: the next step will be longer still.</source>
      <translation>Über den Grund hinaus und höher hinauf, wo es steiler ist: der nächste Schritt wird noch länger.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>The step is so long that it ends higher than it began.</source>
      <translation>Der Schritt ist so lang, dass er höher endet, als er begann.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>The step goes past the bottom, to the other side.</source>
      <translation>Der Schritt geht über den Grund hinaus, auf die andere Seite.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>The step is so short that it is hardly seen.</source>
      <translation>Der Schritt ist so kurz, dass er kaum zu sehen ist.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>The step leads downhill.</source>
      <translation>Der Schritt führt bergab.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>1 step</source>
      <translation>1 Schritt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{n:,} steps</source>
      <translation>{n:,} Schritte</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{n} on the way</source>
      <translation>{n} unterwegs</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{C}₀ of the example on the screen</source>
      <translation>{C}₀ des Beispiels auf dem Bildschirm</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{C} over all {count:,} training examples</source>
      <translation>{C} über alle {count:,} Trainingsbeispiele</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>There is no slope here.</source>
      <translation>Hier gibt es keine Steigung.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>Only {more} matters here: along {less} it is flat.</source>
      <translation>Nur {more} zählt hier: längs {less} ist es eben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>Both matter about the same here.</source>
      <translation>Beide zählen hier etwa gleich viel.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>rises</source>
      <translation>steigt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>falls</source>
      <translation>fällt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{still} stays at {held}.</source>
      <translation>{still} bleibt bei {held}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>diverged</source>
      <translation>divergiert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>several minima</source>
      <translation>mehrere Minima</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a parabola</source>
      <translation>eine Parabel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>two minima</source>
      <translation>zwei Minima</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a plateau</source>
      <translation>ein Plateau</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a kink</source>
      <translation>ein Knick</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a formula of your own</source>
      <translation>eine eigene Formel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>one weight of the network</source>
      <translation>ein Gewicht des Netzes</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a neuron fitted to a line</source>
      <translation>Neuron für eine Gerade</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a sigmoid neuron fitted to a step</source>
      <translation>Sigmoid-Neuron für eine Stufe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a bowl</source>
      <translation>eine Schale</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a long valley</source>
      <translation>ein langes Tal</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a saddle</source>
      <translation>ein Sattel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>a bent valley</source>
      <translation>ein gebogenes Tal</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>{n} gone for good</source>
      <translation>{n} endgültig fort</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>Flat: neither matters here.</source>
      <translation>Eben: keines zählt hier.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/descent.py" />
      <source>Both matter the same here.</source>
      <translation>Beide zählen hier gleich viel.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Numbers that are too large, in the {layer}: the cost cannot be computed any more.</source>
      <translation>Zu große Zahlen, in der {layer}: die Kosten lassen sich nicht mehr berechnen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>{count} of {of} ReLUs of the {layer} are dead: 0 for every example, so nothing reaches their weights.</source>
      <translation>{count} von {of} ReLUs der {layer} sind tot: 0 für jedes Beispiel, sodass nichts ihre Gewichte erreicht.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>{count} of {of} neurons of the {layer} are saturated: their slope is next to 0 for nearly all examples.</source>
      <translation>{count} von {of} Neuronen der {layer} sind gesättigt: ihre Steigung ist für fast alle Beispiele fast 0.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>{count} of {of} outputs are saturated where they are wrong: the cost is high and its slope next to 0.</source>
      <translation>{count} von {of} Ausgaben sind gesättigt, wo sie falsch sind: die Kosten sind hoch und ihre Steigung fast 0.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>All {of} neurons of the {layer} have the same weights: they get the same gradient and stay alike for ever.</source>
      <translation>Alle {of} Neuronen der {layer} haben dieselben Gewichte: sie bekommen denselben Gradienten und bleiben für immer gleich.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>The gradient vanishes on its way back: in the first layer it is {ratio} times as long as in the last.</source>
      <translation>Der Gradient verschwindet auf dem Rückweg: in der ersten Schicht ist er {ratio}-mal so lang wie in der letzten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>The gradient explodes on its way back: in the first layer it is {ratio} times as long as in the last.</source>
      <translation>Der Gradient explodiert auf dem Rückweg: in der ersten Schicht ist er {ratio}-mal so lang wie in der letzten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Try {some}, or {last}.</source>
      <translation>Vielleicht hilft: {some} oder {last}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Nothing hinders it from learning, as far as {n:,} examples show.</source>
      <translation>Nichts hindert es am Lernen, soweit {n:,} Beispiele zeigen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Undo, and try a smaller learning rate {η}.</source>
      <translation>Rückgängig machen und eine kleinere Lernrate {η} versuchen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Begin with random weights: any initialization but “zeros”.</source>
      <translation>Mit zufälligen Gewichten beginnen: mit irgendeiner Initialisierung außer „Nullen“.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>a smaller learning rate {η}</source>
      <translation>eine kleinere Lernrate {η}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>smaller first weights (initialization “scaled”)</source>
      <translation>kleinere erste Gewichte (Initialisierung „skaliert“)</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>He's initialization</source>
      <translation>die Initialisierung von He</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Glorot's initialization</source>
      <translation>die Initialisierung von Glorot</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>another activation</source>
      <translation>eine andere Aktivierung</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>cross-entropy, whose δ does without σ'</source>
      <translation>Kreuzentropie, deren δ ohne σ' auskommt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>fewer layers</source>
      <translation>weniger Schichten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Try {remedies}.</source>
      <translation>Vielleicht hilft: {remedies}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>length of its gradient {value}</source>
      <translation>Länge seines Gradienten {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Dead: a ReLU that is 0 for every example. Nothing reaches its weights, so it cannot come back.</source>
      <translation>Tot: eine ReLU, die für jedes Beispiel 0 ist. Nichts erreicht ihre Gewichte, also kommt sie nicht zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Saturated: nearly always at an end of its range, where the slope σ' is next to 0.</source>
      <translation>Gesättigt: fast immer an einem Ende seines Bereichs, wo die Steigung σ' fast 0 ist.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>The length of {gradient}: how strongly a layer learns; its bar is in powers of ten.</source>
      <translation>Die Länge von {gradient}: wie stark eine Schicht lernt; ihr Balken zählt in Zehnerpotenzen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>The cost was no longer a finite number after update {n:,};</source>
      <translation>Nach Update {n:,} waren die Kosten keine endliche Zahl mehr;</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>Try a smaller learning rate than {η} = {rate:g}.</source>
      <translation>Eine kleinere Lernrate als {η} = {rate:g} versuchen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>{n} of {of} dead</source>
      <translation>{n} von {of} tot</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>the last good state, after update {n:,}, is back.</source>
      <translation>der letzte gute Zustand, nach Update {n:,}, ist zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>the network is as it was at the beginning.</source>
      <translation>das Netz ist, wie es am Anfang war.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/diagnosis.py" />
      <source>{n} of {of} saturated</source>
      <translation>{n} von {of} gesättigt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/drawing.py" />
      <source>It says {name} with {a}.</source>
      <translation>Es sagt {name} mit {a}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/drawing.py" />
      <source>A mean with {share} of example {index:,}.</source>
      <translation>Ein Mittel mit {share} von Beispiel {index:,}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/drawing.py" />
      <source>{right:,} of {n:,} recognized</source>
      <translation>{right:,} von {n:,} erkannt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/drawing.py" />
      <source>It says {name}, probability {p}.</source>
      <translation>Es sagt {name}, Wahrscheinlichkeit {p}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/drawing.py" />
      <source>Random pixels (seed {seed}).</source>
      <translation>Zufällige Pixel (Seed {seed}).</translation>
    </message>
    <message>
      <location filename="nnviz/wording/drawing.py" />
      <source>The same pixels, shuffled (seed {seed}).</source>
      <translation>Dieselben Pixel, gemischt (Seed {seed}).</translation>
    </message>
    <message>
      <location filename="nnviz/wording/drawing.py" />
      <source>none yet</source>
      <translation>noch keine</translation>
    </message>
    <message>
      <location filename="nnviz/wording/drawing.py" />
      <source>{n:,} kept</source>
      <translation>{n:,} aufgehoben</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>{count:,} {what} taken for {other}</source>
      <translation>{count:,} {what} für {other} gehalten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>&lt;b&gt;{text}&lt;/b&gt;</source>
      <translation>&lt;b&gt;{text}&lt;/b&gt;</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>{share} of the {total:,} {what}</source>
      <translation>{share} der {total:,} {what}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>{right:,} of {done:,}</source>
      <translation>{right:,} von {done:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>How sure: the output {a} where the guess is yes, {no} where it is no.</source>
      <translation>Wie sicher: die Ausgabe {a}, wo die Vermutung Ja ist, {no}, wo sie Nein ist.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>{right:,} of {n:,} test examples right {share}</source>
      <translation>{right:,} von {n:,} Testbeispielen richtig {share}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>RMSE {rmse} · {spread} over {examples}</source>
      <translation>RMSE {rmse} · {spread} über {examples}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>All {n:,} {split} examples are recognized: there is no wrong one.</source>
      <translation>Alle {n:,} Beispiele ({split}) sind erkannt: keines ist falsch.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>a zero</source>
      <translation>eine Null</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>a one</source>
      <translation>eine Eins</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>a two</source>
      <translation>eine Zwei</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>a three</source>
      <translation>eine Drei</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>a four</source>
      <translation>eine Vier</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>a five</source>
      <translation>eine Fünf</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>a six</source>
      <translation>eine Sechs</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>a seven</source>
      <translation>eine Sieben</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>an eight</source>
      <translation>eine Acht</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>a nine</source>
      <translation>eine Neun</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>zero</source>
      <translation>Null</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>one</source>
      <translation>Eins</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>two</source>
      <translation>Zwei</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>three</source>
      <translation>Drei</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>four</source>
      <translation>Vier</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>five</source>
      <translation>Fünf</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>six</source>
      <translation>Sechs</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>seven</source>
      <translation>Sieben</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>eight</source>
      <translation>Acht</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>nine</source>
      <translation>Neun</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>ones</source>
      <translation>Einsen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>twos</source>
      <translation>Zweien</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>threes</source>
      <translation>Dreien</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>fours</source>
      <translation>Vieren</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>fives</source>
      <translation>Fünfen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>sixes</source>
      <translation>Sechsen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>sevens</source>
      <translation>Siebenen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>eights</source>
      <translation>Achten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>nines</source>
      <translation>Neunen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>{count:,} {what} recognized</source>
      <translation>{count:,} {what} erkannt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>no {what} taken for {other}</source>
      <translation>keine {what} für {other} gehalten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>{share} of the only {what}</source>
      <translation>{share} der einzigen {what}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>probability</source>
      <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>winning output</source>
      <translation>größte Ausgabe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>output, towards the guess</source>
      <translation>Ausgabe, zur Vermutung hin</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>How sure: the probability that softmax gives to the guess.</source>
      <translation>Wie sicher: die Wahrscheinlichkeit, die Softmax der Vermutung gibt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>How sure: the largest output. It is no probability, for the outputs need not sum to 1.</source>
      <translation>Wie sicher: die größte Ausgabe. Sie ist keine Wahrscheinlichkeit, denn die Ausgaben müssen nicht die Summe 1 haben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>1 test example</source>
      <translation>1 Testbeispiel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>{n:,} test examples</source>
      <translation>{n:,} Testbeispiele</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>The only {split} example is recognized: there is no wrong one.</source>
      <translation>Das einzige Beispiel ({split}) ist erkannt: keines ist falsch.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>There is none of this class among them.</source>
      <translation>Von dieser Klasse ist keines darunter.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>“{name}”</source>
      <translation>„{name}“</translation>
    </message>
    <message>
      <location filename="nnviz/wording/exam.py" />
      <source>Click: show these images</source>
      <translation>Klick: diese Bilder zeigen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/examples.py" />
      <source>{examples} chosen from: {source}</source>
      <translation>{examples} gewählt aus: {source}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/examples.py" />
      <source>&lt;b&gt;{example}&lt;/b&gt;&lt;br&gt;{parameter} {words}&lt;br&gt;−{slope} = {value}</source>
      <translation>&lt;b&gt;{example}&lt;/b&gt;&lt;br&gt;{parameter} {words}&lt;br&gt;−{slope} = {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/examples.py" />
      <source>&lt;b&gt;{share} cancels&lt;/b&gt;&lt;br&gt;1 − |Σ g| / Σ |g| = {value}&lt;br&gt;Nudges up and nudges down of these examples take one another away; what is left is the average.</source>
      <translation>&lt;b&gt;{share} hebt sich auf&lt;/b&gt;&lt;br&gt;1 − |Σ g| / Σ |g| = {value}&lt;br&gt;Anstöße nach oben und nach unten nehmen einander weg; was übrig bleibt, ist das Mittel.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/examples.py" />
      <source>{examples} · average {symbol} {cost} · {share} of all nudges cancel</source>
      <translation>{examples} · mittleres {symbol} {cost} · {share} aller Anstöße heben sich auf</translation>
    </message>
    <message>
      <location filename="nnviz/wording/examples.py" />
      <source>of {n:,} test examples it calls {share} “{top}”</source>
      <translation>von {n:,} Testbeispielen nennt es {share} „{top}“</translation>
    </message>
    <message>
      <location filename="nnviz/wording/examples.py" />
      <source>{n:,} examples</source>
      <translation>{n:,} Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/wording/functions.py" />
      <source>{n:,} parameters</source>
      <translation>{n:,} Parameter</translation>
    </message>
    <message>
      <location filename="nnviz/wording/functions.py" />
      <source>{n:,} examples as parameters</source>
      <translation>{n:,} Beispiele als Parameter</translation>
    </message>
    <message>
      <location filename="nnviz/wording/functions.py" />
      <source>{inputs} in, {outputs} out; θ is held still.</source>
      <translation>{inputs} hinein, {outputs} heraus; θ bleibt fest.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/functions.py" />
      <source>θ in, one number out: how bad it is.</source>
      <translation>θ hinein, eine Zahl heraus: wie schlecht es ist.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/functions.py" />
      <source>{C} = {cost}, average over all {n:,}</source>
      <translation>{C} = {cost}, Mittel über alle {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/functions.py" />
      <source>one number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <location filename="nnviz/wording/functions.py" />
      <source>{n:,} numbers</source>
      <translation>{n:,} Zahlen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/functions.py" />
      <source>{numbers},  … {total:,}</source>
      <translation>{numbers},  … {total:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/functions.py" />
      <source>{C} = …, averaging over {n:,} examples</source>
      <translation>{C} = …, mittelt über {n:,} Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>&lt;b&gt;In words&lt;/b&gt;&lt;br&gt;Compared with the largest component {where}, {largest}:&lt;br&gt;a lot: from {lot:.0%} of it on; somewhat: from {somewhat:.0%} on; a little: less.</source>
      <translation>&lt;b&gt;In Worten&lt;/b&gt;&lt;br&gt;Verglichen mit der größten Komponente {where}, {largest}:&lt;br&gt;stark: ab {lot:.0%} davon; etwas: ab {somewhat:.0%}; wenig: darunter.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>{gradient} of {example}</source>
      <translation>{gradient} von {example}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>{shown:,} of {count:,} components</source>
      <translation>{shown:,} von {count:,} Komponenten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>{C}  {course}</source>
      <translation>{C}  {course}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>{ratio} times</source>
      <translation>{ratio}-mal</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>The cost is {times} more sensitive to {first} than to {second}.</source>
      <translation>Die Kosten sind {times} empfindlicher gegen {first} als gegen {second}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>{first} is pinned: now choose another parameter.</source>
      <translation>{first} ist festgehalten: jetzt einen anderen Parameter wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>A what-if: each is moved alone in a copy, and the network stays as it is.</source>
      <translation>Ein Gedankenspiel: jeder wird allein in einer Kopie bewegt, und das Netz bleibt, wie es ist.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>in the {layer}</source>
      <translation>in der {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>in the network</source>
      <translation>im Netz</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>{count:,} components</source>
      <translation>{count:,} Komponenten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>copied the first {copied:,} of {chosen:,} rows</source>
      <translation>die ersten {copied:,} von {chosen:,} Zeilen kopiert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>copied 1 row</source>
      <translation>1 Zeile kopiert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>copied {copied:,} rows</source>
      <translation>{copied:,} Zeilen kopiert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>infinitely many times</source>
      <translation>unendlich viel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>Neither {first} nor {second} makes a difference just now.</source>
      <translation>Weder {first} noch {second} macht gerade einen Unterschied.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>{still} makes no difference just now; the cost is sensitive to {moved} alone.</source>
      <translation>{still} macht gerade keinen Unterschied; die Kosten sind nur gegen {moved} empfindlich.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>The cost is as sensitive to {first} as to {second}.</source>
      <translation>Die Kosten sind gegen {first} so empfindlich wie gegen {second}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>Two parameters compared: choose one, press “compare”, then choose another.</source>
      <translation>Zwei Parameter vergleichen: einen wählen, „vergleichen“ drücken, dann einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>leave as it is</source>
      <translation>so lassen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>increase a lot</source>
      <translation>stark erhöhen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>increase a little</source>
      <translation>wenig erhöhen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>decrease a lot</source>
      <translation>stark senken</translation>
    </message>
    <message>
      <location filename="nnviz/wording/gradient.py" />
      <source>decrease a little</source>
      <translation>wenig senken</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>step {place:,}, in epoch {epoch:,}</source>
      <translation>Schritt {place:,}, in Epoche {epoch:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>step {place:,} of {length:,}</source>
      <translation>Schritt {place:,} von {length:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>cost {pair}</source>
      <translation>Kosten {pair}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>guess {name} {mark}</source>
      <translation>vermutet {name} {mark}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>the beginning</source>
      <translation>der Anfang</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>step {place:,}: {change}</source>
      <translation>Schritt {place:,}: {change}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>step {place:,}</source>
      <translation>Schritt {place:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>step {place:,}, the end of epoch {epoch:,}</source>
      <translation>Schritt {place:,}, das Ende von Epoche {epoch:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>no steps yet</source>
      <translation>noch keine Schritte</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>1 update</source>
      <translation>1 Update</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>cost {cost}</source>
      <translation>Kosten {cost}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>update on {split} example {index}</source>
      <translation>Update mit Beispiel {index} ({split})</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>training up to {epochs:.4g} epochs</source>
      <translation>Training bis {epochs:.4g} Epochen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>training, {updates}</source>
      <translation>Training, {updates}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>new network</source>
      <translation>neues Netz</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>bias {j} of layer {layer}</source>
      <translation>Bias {j} der Schicht {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>weight {index} of layer {layer}</source>
      <translation>Gewicht {index} der Schicht {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>parameters from the landscape</source>
      <translation>Parameter aus der Landschaft</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>painted weights of neuron {j}, layer {layer}</source>
      <translation>gemalte Gewichte von Neuron {j}, Schicht {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>added point</source>
      <translation>hinzugefügter Punkt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>moved point</source>
      <translation>verschobener Punkt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>removed point</source>
      <translation>entfernter Punkt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>switch of neuron {j}, layer {layer}</source>
      <translation>Schalter von Neuron {j}, Schicht {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/history.py" />
      <source>painted input</source>
      <translation>bemalte Eingabe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>One step of {η} = {rate}: the straight line promises {line}, really {C} changes by {real}.</source>
      <translation>Ein Schritt mit {η} = {rate}: die Gerade verspricht {line}, wirklich ändert sich {C} um {real}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>The line is off by a tenth after {steps} steps.</source>
      <translation>Die Gerade liegt nach {steps} Schritten um ein Zehntel daneben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>A random direction, in each neuron as long as its own weights, in all as long as θ: ‖θ‖ = {length}.</source>
      <translation>Eine zufällige Richtung, in jedem Neuron so lang wie dessen Gewichte, insgesamt so lang wie θ: ‖θ‖ = {length}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>The cosine of its angle to −∇{C} is {cosine}</source>
      <translation>Der Kosinus ihres Winkels zu −∇{C} ist {cosine}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>Hidden neurons can be swapped without changing what a network does, so the straight way between two good networks may well lead through bad ones.</source>
      <translation>Versteckte Neuronen lassen sich vertauschen, ohne dass sich ändert, was ein Netz tut; der gerade Weg zwischen zwei guten Netzen führt also leicht durch schlechte.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>The path is drawn where the plane is nearest to it; it is up to {far} away from it,</source>
      <translation>Der Weg ist dort gezeichnet, wo die Ebene ihm am nächsten ist; er ist bis zu {far} von ihr entfernt,</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>{C} over {examples}</source>
      <translation>{C} über {examples}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>; at {points} points, in between interpolated</source>
      <translation>; an {points} Punkten, dazwischen interpoliert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>As far as the picture goes, the line is off by less than a tenth.</source>
      <translation>So weit das Bild reicht, liegt die Gerade weniger als ein Zehntel daneben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>The line is off by a tenth after {steps} of a step already: beyond, it is a guess.</source>
      <translation>Die Gerade liegt schon nach {steps} Schritt um ein Zehntel daneben: weiter draußen ist sie geraten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>Lowest is {C} = {cost} after {steps} steps in this direction.</source>
      <translation>Am tiefsten ist {C} = {cost} nach {steps} Schritten in dieser Richtung.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>From here ({C} = {here}) to {name} ({C} = {there}) no hill lies in between.</source>
      <translation>Von hier ({C} = {here}) bis {name} ({C} = {there}) liegt kein Hügel dazwischen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>From here ({C} = {here}) to {name} ({C} = {there}) a hill lies in between: {C} rises to {top}.</source>
      <translation>Von hier ({C} = {here}) bis {name} ({C} = {there}) liegt ein Hügel dazwischen: {C} steigt auf {top}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source> the network (gold) {now}.</source>
      <translation> das Netz (gold) {now}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>, always the same ones, chosen at random</source>
      <translation>, immer dieselben, zufällig gewählt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>It has fallen and risen again before the first point: choose a shorter reach.</source>
      <translation>Schon vor dem ersten Punkt fiel es und stieg wieder: eine kürzere Reichweite wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>It rises at once: {η} would have to be much smaller.</source>
      <translation>Es geht sofort bergauf: {η} müsste viel kleiner sein.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>Lowest is {C} = {cost} after {steps} of a step: a whole one goes too far.</source>
      <translation>Am tiefsten ist {C} = {cost} nach {steps} Schritt: ein ganzer geht zu weit.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>: nearly level, as nearly all directions are.</source>
      <translation>: fast eben, wie fast alle Richtungen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>The two main directions hold {first} and {second} of the path's variance ({n} moments).</source>
      <translation>Die zwei Hauptrichtungen enthalten {first} und {second} der Varianz des Weges ({n} Momente).</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source> the network (gold) lies on it.</source>
      <translation> das Netz (gold) liegt auf ihr.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>all {n:,} {part} examples</source>
      <translation>alle {n:,} Beispiele ({part})</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>{n:,} of {of:,} {part} examples</source>
      <translation>{n:,} von {of:,} Beispielen ({part})</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>; without L1 and L2.</source>
      <translation>; ohne L1 und L2.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source>Hatched: the cost is no finite number.</source>
      <translation>Schraffiert: die Kosten sind keine endliche Zahl.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape.py" />
      <source> and </source>
      <translation> und </translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>Click: the network takes the parameters of this place, to be looked at anywhere. Undo brings the old ones back.&lt;br&gt;By keyboard (Tab): arrows, Enter.</source>
      <translation>Klick: das Netz übernimmt die Parameter dieser Stelle, um sie überall anzusehen. Rückgängig bringt die alten zurück.&lt;br&gt;Mit der Tastatur (Tab): Pfeile, Eingabetaste.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>Parameters from this picture:</source>
      <translation>Parameter aus diesem Bild:</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>{share} of the way</source>
      <translation>{share} des Weges</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>share of the way</source>
      <translation>Anteil des Weges</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>the end of epoch {epoch:,}</source>
      <translation>Ende der Epoche {epoch:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>seed {seed}: epoch {epochs}</source>
      <translation>Seed {seed}: Epoche {epochs}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>± {share:g} ‖θ‖</source>
      <translation>± {share:g} ‖θ‖</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>{t} · ‖θ‖ away</source>
      <translation>{t} · ‖θ‖ entfernt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>steps of {η} along −∇{C}</source>
      <translation>Schritte {η} längs −∇{C}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>distance as a share of ‖θ‖</source>
      <translation>Abstand als Anteil von ‖θ‖</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>distance from P toward Q</source>
      <translation>Abstand von P in Richtung Q</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>across, toward R</source>
      <translation>quer dazu, in Richtung R</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>{name}, test {share}</source>
      <translation>{name}, Test {share}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>{name}, test cost {cost}</source>
      <translation>{name}, Testkosten {cost}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>all examples</source>
      <translation>alle Beispiele</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>as far as it falls</source>
      <translation>so weit es sinkt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>{steps:,g} {η}</source>
      <translation>{steps:,g} {η}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>Train first</source>
      <translation>Zuerst trainieren</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>along −∇{C}</source>
      <translation>längs −∇{C}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>at random</source>
      <translation>zufällig</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>to a moment</source>
      <translation>zu einem Moment</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>to another seed</source>
      <translation>zu anderem Seed</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>plane of three</source>
      <translation>Ebene durch drei</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>plane of the path</source>
      <translation>Ebene des Weges</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>&lt;b&gt;Along −∇{C}&lt;/b&gt;&lt;br&gt;Straight downhill from where the network stands. How far can the slope be trusted?</source>
      <translation>&lt;b&gt;Längs −∇{C}&lt;/b&gt;&lt;br&gt;Geradewegs bergab von dort, wo das Netz steht. Wie weit ist der Steigung zu trauen?</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>&lt;b&gt;Along a random direction&lt;/b&gt;&lt;br&gt;Among so many directions nearly every one is nearly level.</source>
      <translation>&lt;b&gt;Längs einer zufälligen Richtung&lt;/b&gt;&lt;br&gt;Unter so vielen Richtungen ist fast jede fast eben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>&lt;b&gt;Straight to another moment&lt;/b&gt;&lt;br&gt;From here to where the network was, or will be: is there a hill in between?</source>
      <translation>&lt;b&gt;Geradewegs zu einem anderen Moment&lt;/b&gt;&lt;br&gt;Von hier dorthin, wo das Netz war oder sein wird: liegt ein Hügel dazwischen?</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>&lt;b&gt;Straight to where another training has ended&lt;/b&gt;&lt;br&gt;Two networks may be equally good and yet have a hill between them.</source>
      <translation>&lt;b&gt;Geradewegs dorthin, wo ein anderes Training geendet ist&lt;/b&gt;&lt;br&gt;Zwei Netze können gleich gut sein und doch einen Hügel zwischen sich haben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>&lt;b&gt;A plane through three moments&lt;/b&gt;&lt;br&gt;The cost all over it, as a map.</source>
      <translation>&lt;b&gt;Eine Ebene durch drei Momente&lt;/b&gt;&lt;br&gt;Die Kosten überall auf ihr, als Karte.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>&lt;b&gt;The plane of the path&lt;/b&gt;&lt;br&gt;Through the two directions along which the training has moved most: the first two principal components of its kept moments.</source>
      <translation>&lt;b&gt;Die Ebene des Weges&lt;/b&gt;&lt;br&gt;Durch die zwei Richtungen, in denen sich das Training am meisten bewegt hat: die ersten beiden Hauptkomponenten seiner aufgehobenen Momente.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The cost along −∇{C}</source>
      <translation>Die Kosten längs −∇{C}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The cost along a random direction</source>
      <translation>Die Kosten längs einer zufälligen Richtung</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The cost on the way to another moment</source>
      <translation>Die Kosten auf dem Weg zu einem anderen Moment</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The cost on the way to another training's end</source>
      <translation>Die Kosten auf dem Weg zum Ende eines anderen Trainings</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The cost over the plane of three moments</source>
      <translation>Die Kosten über der Ebene durch drei Momente</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The cost over the plane of the path</source>
      <translation>Die Kosten über der Ebene des Weges</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>after {t} steps of {η}</source>
      <translation>nach {t} Schritten {η}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>{t} steps back</source>
      <translation>{t} Schritte zurück</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>distance along the first main direction</source>
      <translation>Abstand längs der ersten Hauptrichtung</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>along the second</source>
      <translation>längs der zweiten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>No other network yet</source>
      <translation>Noch kein anderes Netz</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>Train one from another seed, with the present settings and for as long ({epochs}); or run a race in Train: its lanes can be chosen here too. Then the cost on the straight way there is drawn.</source>
      <translation>Eines mit anderem Seed trainieren, mit den jetzigen Einstellungen und ebenso lange ({epochs}); oder unter „Trainieren“ ein Rennen laufen lassen: auch dessen Bahnen sind hier wählbar. Dann werden die Kosten auf dem geraden Weg dorthin gezeichnet.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>Then the cost on the straight way between two of its moments is drawn here.</source>
      <translation>Dann werden hier die Kosten auf dem geraden Weg zwischen zwei seiner Momente gezeichnet.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>Then the cost over the plane through three of its moments is drawn here, as a map.</source>
      <translation>Dann werden hier die Kosten über der Ebene durch drei seiner Momente gezeichnet, als Karte.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The path of the training is then drawn here, on a map of the cost around it.</source>
      <translation>Der Weg des Trainings wird dann hier gezeichnet, auf einer Karte der Kosten um ihn herum.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>A training is running</source>
      <translation>Ein Training läuft</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>Pause it: the plane is then laid through the path it has gone.</source>
      <translation>Anhalten: dann wird die Ebene durch den zurückgelegten Weg gelegt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>There are no finite numbers</source>
      <translation>Es gibt keine endlichen Zahlen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The parameters or the gradient have grown too large. Undo, and try a smaller learning rate.</source>
      <translation>Die Parameter oder der Gradient sind zu groß geworden. Rückgängig machen und eine kleinere Lernrate versuchen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>∇{C} is zero</source>
      <translation>∇{C} ist null</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>No direction leads downhill from here: every neuron is saturated, or switched off.</source>
      <translation>Keine Richtung führt von hier bergab: jedes Neuron ist gesättigt oder ausgeschaltet.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>All weights and biases are zero</source>
      <translation>Alle Gewichte und Biases sind null</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>A random direction is drawn as long as θ itself, and that has no length.</source>
      <translation>Eine zufällige Richtung wird so lang gezeichnet wie θ selbst, und das hat keine Länge.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>There is no way to go</source>
      <translation>Es gibt keinen Weg zu gehen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The other network has the very same parameters.</source>
      <translation>Das andere Netz hat genau dieselben Parameter.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>The path is too short</source>
      <translation>Der Weg ist zu kurz</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>A plane needs a path that leaves a straight line. Train a little longer.</source>
      <translation>Eine Ebene braucht einen Weg, der von einer Geraden abweicht. Noch etwas länger trainieren.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>These three lie on a line</source>
      <translation>Diese drei liegen auf einer Geraden</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>Three moments that do not lie on one line span a plane: choose another.</source>
      <translation>Drei Momente, die nicht auf einer Geraden liegen, spannen eine Ebene auf: einen anderen wählen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>Another network</source>
      <translation>Ein anderes Netz</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>It has other layers: there is no straight way to it.</source>
      <translation>Es hat andere Schichten: zu ihm führt kein gerader Weg.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/landscape_page.py" />
      <source>{n:,} epochs</source>
      <translation>{n:,} Epochen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/layers.py" />
      <source>‖{gradient}‖ by layer</source>
      <translation>‖{gradient}‖ nach Schichten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/layers.py" />
      <source>over {n:,} evenly spaced training examples</source>
      <translation>über {n:,} Trainingsbeispiele in gleichen Abständen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/layers.py" />
      <source>‖{gradient}‖, activations: {n:,} training examples</source>
      <translation>‖{gradient}‖, Aktivierungen: {n:,} Trainingsbeispiele</translation>
    </message>
    <message>
      <location filename="nnviz/wording/layers.py" />
      <source>{mean} ± {deviation}</source>
      <translation>{mean} ± {deviation}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/layers.py" />
      <source>{low} … {high}: {n:,} ({share})</source>
      <translation>{low} … {high}: {n:,} ({share})</translation>
    </message>
    <message>
      <location filename="nnviz/wording/layers.py" />
      <source>{example}, wanted: {wanted}</source>
      <translation>{example}, gewünscht: {wanted}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>hidden layer {number}</source>
      <translation>Schicht {number}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>neuron {j}, {layer}</source>
      <translation>Neuron {j}, {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>weight from {source} to {target}</source>
      <translation>Gewicht von {source} zu {target}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>{count:,} parameters</source>
      <translation>{count:,} Parameter</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>{weights} = {n_weights:,} weights, {biases} = {n_biases:,} biases: {count:,} parameters</source>
      <translation>{weights} = {n_weights:,} Gewichte, {biases} = {n_biases:,} Biases: {count:,} Parameter</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>component {index:,} of {count:,}</source>
      <translation>Komponente {index:,} von {count:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>input</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>output layer</source>
      <translation>Ausgabe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>first</source>
      <translation>1</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>second</source>
      <translation>2</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>third</source>
      <translation>3</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>fourth</source>
      <translation>4</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>fifth</source>
      <translation>5</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>{ordinal} hidden layer</source>
      <translation>Schicht {ordinal}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>output neuron {j}, “{name}”</source>
      <translation>Ausgabeneuron {j}, „{name}“</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>bias of {neuron}</source>
      <translation>Bias von {neuron}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>1 weight</source>
      <translation>1 Gewicht</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>{n:,} weights</source>
      <translation>{n:,} Gewichte</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>1 bias</source>
      <translation>1 Bias</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>{n:,} biases</source>
      <translation>{n:,} Biases</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>pixel {row},{column}</source>
      <translation>Pixel {row},{column}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>input {k}</source>
      <translation>Eingabe {k}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <location filename="nnviz/wording/names.py" />
      <source>blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <location filename="nnviz/wording/numbers.py" />
      <source>this must be a number, such as 0.25, not “{typed}”</source>
      <translation>das muss eine Zahl sein, etwa 0.25, nicht „{typed}“</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>Weighted sums, {layer}</source>
      <translation>Gewichtete Summen, {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>Activations, {layer}</source>
      <translation>Aktivierungen, {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>The cost of this example</source>
      <translation>Die Kosten dieses Beispiels</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>Effect of each activation on the cost, {layer}</source>
      <translation>Wirkung jeder Aktivierung auf die Kosten, {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>Effect of each weighted sum on the cost, {layer}</source>
      <translation>Wirkung jeder gewichteten Summe auf die Kosten, {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>Gradients of weights and biases, {layer}</source>
      <translation>Gradienten der Gewichte und Biases, {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>One update</source>
      <translation>Ein Update</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>{n} numbers, one for each input, are the activations of layer 0.</source>
      <translation>{n} Zahlen, eine je Eingabe, sind die Aktivierungen der Schicht 0.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>Each of the {n} neurons adds up what reaches it: weight times activation, and its bias.</source>
      <translation>Jedes der {n} Neuronen addiert, was bei ihm ankommt: Gewicht mal Aktivierung, und seinen Bias.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>Softmax turns the {n} weighted sums into shares of 1.</source>
      <translation>Softmax macht aus den {n} gewichteten Summen Anteile von 1.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>The {name} function turns each weighted sum into an activation.</source>
      <translation>Die Funktion {name} macht aus jeder gewichteten Summe eine Aktivierung.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>How far the outputs are from what was wanted, as one number.</source>
      <translation>Wie weit die Ausgaben vom Gewünschten entfernt sind, als eine Zahl.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>Every parameter moves a little against its gradient. ← takes exactly this back.</source>
      <translation>Jeder Parameter bewegt sich ein wenig gegen seinen Gradienten. ← nimmt genau das zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>How fast the cost grows with each output. ▲ should rise, ▼ should fall.</source>
      <translation>Wie schnell die Kosten mit jeder Ausgabe wachsen. ▲ soll steigen, ▼ soll fallen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>The effects of the next layer, weighted and summed. ▲ should rise, ▼ should fall.</source>
      <translation>Die Wirkungen der nächsten Schicht, gewichtet und summiert. ▲ soll steigen, ▼ soll fallen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>For this cost, δ is simply output minus target; what is wanted is the opposite.</source>
      <translation>Bei diesen Kosten ist δ einfach Ausgabe minus Soll; gewünscht ist das Gegenteil.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>The same, seen from the weighted sum: times the slope of the activation function.</source>
      <translation>Dasselbe, von der gewichteten Summe aus gesehen: mal die Steigung der Aktivierungsfunktion.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/phases.py" />
      <source>Every weight's share of the blame: the activation before it times δ behind it.</source>
      <translation>Der Anteil jedes Gewichts an der Schuld: die Aktivierung davor mal δ dahinter.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>What the network says, all over the plane</source>
      <translation>Was das Netz sagt, überall in der Ebene</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>A point in the plane is two numbers: one can see at once what every neuron makes of each place, and where the network draws the line between two classes. The data on the screen have {inputs}.</source>
      <translation>Ein Punkt der Ebene sind zwei Zahlen: so ist auf einen Blick zu sehen, was jedes Neuron aus jedem Ort macht, und wo das Netz die Grenze zwischen zwei Klassen zieht. Die Daten auf dem Bildschirm haben {inputs}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>largest {a}</source>
      <translation>größtes {a}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>Every place of the plane in the color of the class whose output is largest there; the stronger the color, the larger that output.</source>
      <translation>Jeder Ort der Ebene in der Farbe der Klasse, deren Ausgabe dort am größten ist; je kräftiger die Farbe, desto größer diese Ausgabe.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>Every place of the plane in the brightness of this neuron's activation there.</source>
      <translation>Jeder Ort der Ebene in der Helligkeit der Aktivierung, die dieses Neuron dort hat.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>taken for {name} {mark}</source>
      <translation>gehalten für {name} {mark}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>{split} points</source>
      <translation>Punkten ({split})</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>{right:,} of {n:,} {points} right</source>
      <translation>{right:,} von {n:,} {points} richtig</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>There is room for {shown:,} of {n:,}: the first ones.</source>
      <translation>Platz ist für {shown:,} von {n:,}: die ersten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>the answer</source>
      <translation>die Antwort</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>the output</source>
      <translation>die Ausgabe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>Every place of the plane in the brightness of the output that the network gives there.</source>
      <translation>Jeder Ort der Ebene in der Helligkeit der Ausgabe, die das Netz dort gibt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>Every place of the plane in the color of the class whose output is larger there; the stronger, the larger the difference {difference}. Where both are equal the network is undecided.</source>
      <translation>Jeder Ort der Ebene in der Farbe der Klasse, deren Ausgabe dort größer ist; je kräftiger, desto größer die Differenz {difference}. Wo beide gleich sind, ist das Netz unentschieden.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>input {name}</source>
      <translation>Eingabe {name}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>{right:,} of the first {shown:,} {points} right ({n:,} in all)</source>
      <translation>{right:,} von den ersten {shown:,} {points} richtig (insgesamt {n:,})</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>{shown:,} of {n:,}</source>
      <translation>{shown:,} von {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plane.py" />
      <source>A chosen one is always shown.</source>
      <translation>Ein gewähltes ist immer zu sehen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plots.py" />
      <source>ahead of here</source>
      <translation>später als hier</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plots.py" />
      <source>A click goes to that moment of the training; what you do from there begins another course.</source>
      <translation>Ein Klick führt zu diesem Moment des Trainings; was von dort aus geschieht, beginnt einen anderen Verlauf.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plots.py" />
      <source>{width} × {height}</source>
      <translation>{width} × {height}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plots.py" />
      <source>left</source>
      <translation>verlassen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/plots.py" />
      <source>{n} left</source>
      <translation>{n} verlassen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>&lt;b&gt;epoch&lt;/b&gt;: how often every training example has been used&lt;br&gt;&lt;b&gt;updates&lt;/b&gt;: mini-batches so far, one step downhill each&lt;br&gt;&lt;b&gt;test&lt;/b&gt;: how the network does on examples it was never trained on</source>
      <translation>&lt;b&gt;Epoche&lt;/b&gt;: wie oft jedes Trainingsbeispiel benutzt wurde&lt;br&gt;&lt;b&gt;Updates&lt;/b&gt;: Mini-Batches bisher, je ein Schritt bergab&lt;br&gt;&lt;b&gt;Test&lt;/b&gt;: wie gut das Netz auf Beispielen ist, mit denen es nie trainiert wurde</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>{n:,.0f}/s</source>
      <translation>{n:,.0f}/s</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>1 update/s</source>
      <translation>1 Update/s</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>{n:,.0f} updates/s</source>
      <translation>{n:,.0f} Updates/s</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>not trained yet</source>
      <translation>noch nicht trainiert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>weights from elsewhere</source>
      <translation>Gewichte von anderswo</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source> ({value} after update {n:,})</source>
      <translation> ({value} nach Update {n:,})</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>running …</source>
      <translation>läuft …</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>1 step by hand</source>
      <translation>1 Schritt von Hand</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>{n:,} steps by hand</source>
      <translation>{n:,} Schritte von Hand</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>Its first weights were not drawn here: they came from a file or other data.</source>
      <translation>Seine ersten Gewichte wurden nicht hier gezogen: sie kamen aus einer Datei oder von anderen Daten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>It has ended early: {reason}.</source>
      <translation>Es endete früher: {reason}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/progress.py" />
      <source>test …</source>
      <translation>Test …</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>{value}</source>
      <translation>{value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>rate {value}</source>
      <translation>Rate {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>{η} = {value}</source>
      <translation>{η} = {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>μ = {value}</source>
      <translation>μ = {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>to {value} of {η}</source>
      <translation>bis {value} von {η}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>L1 {λ} = {value}</source>
      <translation>L1 {λ} = {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>L2 {λ} = {value}</source>
      <translation>L2 {λ} = {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>dropout {value}</source>
      <translation>Dropout {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>seed {value}</source>
      <translation>Seed {value}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>only “{value}”</source>
      <translation>nur „{value}“</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>cost {train} in training, {test} in the test</source>
      <translation>Kosten {train} im Training, {test} im Test</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>{train} right in training, {test} in the test</source>
      <translation>{train} richtig im Training, {test} im Test</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>&lt;b&gt;Take the chosen network over&lt;/b&gt;&lt;br&gt;It becomes the network in the window, with what is different in its settings, to be looked at and trained on.&lt;br&gt;If it was trained on the same data, its curves and all its updates come along. Undo leads back, step by step.</source>
      <translation>&lt;b&gt;Gewähltes Netz übernehmen&lt;/b&gt;&lt;br&gt;Es wird zum Netz des Fensters, mit dem, was in seinen Einstellungen anders ist, zum Ansehen und Weitertrainieren.&lt;br&gt;Wurde es mit denselben Daten trainiert, kommen seine Kurven und alle Updates mit. Rückgängig führt Schritt für Schritt zurück.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>{n} lanes ended with training costs from {low} to {high}</source>
      <translation>{n} Bahnen endeten mit Trainingskosten von {low} bis {high}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>chance</source>
      <translation>Zufall</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>The same start, but the hidden layers use another activation: which one learns faster at this learning rate?</source>
      <translation>Derselbe Anfang, aber die versteckten Schichten haben eine andere Aktivierung: welche lernt bei dieser Lernrate schneller?</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>Eight learning rates {η} from one start: too small hardly moves, too large stays at a guess.</source>
      <translation>Acht Lernraten {η} von einem Anfang aus: zu kleine kommen kaum voran, zu große bleiben beim Raten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>How many examples decide on one step: compare the curves over epochs, over updates and over seconds.</source>
      <translation>Wie viele Beispiele über einen Schritt entscheiden: die Kurven über Epochen, über Updates und über Sekunden vergleichen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>The first weights are drawn otherwise: too wide saturates, and all zero makes neurons alike.</source>
      <translation>Die ersten Gewichte werden anders gezogen: zu weite sättigen, und lauter Nullen machen die Neuronen gleich.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>Ten different starts: they end in different places, and nearly all of them are about as low.</source>
      <translation>Zehn verschiedene Anfänge: sie enden an verschiedenen Stellen, und fast alle sind etwa gleich tief.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>True labels, random labels, noise in place of the images: what has structure is learned sooner; without it the test accuracy stays at a guess, about {chance}.</source>
      <translation>Echte Labels, zufällige Labels, Rauschen statt der Bilder: was Struktur hat, wird eher gelernt; ohne sie bleibt die Testgenauigkeit beim Raten, etwa {chance}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>A network that sees one class only answers nothing else: perfect in training, a guess in the test.</source>
      <translation>Ein Netz, das nur eine Klasse sieht, antwortet nichts anderes: vollkommen im Training, geraten im Test.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>The same gradients, used otherwise; each optimizer with a rate that suits it.</source>
      <translation>Dieselben Gradienten, anders benutzt; jeder Optimierer mit einer Rate, die zu ihm passt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>as it is</source>
      <translation>wie es ist</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>scaled</source>
      <translation>skaliert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>normal, wide</source>
      <translation>normal, weit</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>He</source>
      <translation>He</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>Glorot</source>
      <translation>Glorot</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>all zero</source>
      <translation>alle null</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>true labels</source>
      <translation>echte Labels</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>random labels</source>
      <translation>zufällige Labels</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>noise images</source>
      <translation>Rauschbilder</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>one at a time</source>
      <translation>einzeln</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>batches of {n:,}</source>
      <translation>Batches aus {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>the whole set</source>
      <translation>die ganze Menge</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>diverged at update {n:,}; its last good state is from update {good:,}</source>
      <translation>bei Update {n:,} divergiert; sein letzter guter Zustand ist von Update {good:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/race.py" />
      <source>RMSE {train} and {test}</source>
      <translation>RMSE {train} und {test}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>The gradient is positive: lowering it lowers the cost.</source>
      <translation>Der Gradient ist positiv: Senken senkt die Kosten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>Saturated: the {name} is flat here, σ′(z) = {slope}. Hardly any gradient gets through.</source>
      <translation>Gesättigt: {name} ist hier flach, σ′(z) = {slope}. Kaum ein Gradient kommt durch.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>off: its activation counts as 0</source>
      <translation>aus: seine Aktivierung zählt als 0</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>It makes no difference here: the gradient is 0.</source>
      <translation>Es macht hier keinen Unterschied: der Gradient ist 0.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>The gradient is negative: raising it lowers the cost.</source>
      <translation>Der Gradient ist negativ: Erhöhen senkt die Kosten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>Off: below 0 the {name} is flat, σ′(z) = 0. No gradient gets through.</source>
      <translation>Aus: unter 0 ist {name} flach, σ′(z) = 0. Kein Gradient kommt durch.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>1 product</source>
      <translation>1 Produkt</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>{n:,} products</source>
      <translation>{n:,} Produkte</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>skip 1 zero</source>
      <translation>1 Null überspringen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>skip {n:,} zeros</source>
      <translation>{n:,} Nullen überspringen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>activation of {name}</source>
      <translation>Aktivierung von {name}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>activation of {neuron}</source>
      <translation>Aktivierung von {neuron}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>{neuron} is switched off</source>
      <translation>{neuron} ist ausgeschaltet</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>slope of the activation function at z of {neuron}</source>
      <translation>Steigung der Aktivierungsfunktion bei z von {neuron}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>effect of {neuron}, on the cost</source>
      <translation>Wirkung von {neuron} auf die Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>effect of z of {neuron}, on the cost</source>
      <translation>Wirkung von z von {neuron} auf die Kosten</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>makes no difference</source>
      <translation>ohne Wirkung</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>Its input is 0, so whatever this weight is, nothing comes of it.</source>
      <translation>Seine Eingabe ist 0; welches dieses Gewicht auch ist, es wird nichts daraus.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>The neuron has no effect on the cost just now.</source>
      <translation>Das Neuron hat gerade keine Wirkung auf die Kosten.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>skips 1 zero</source>
      <translation>überspringt 1 Null</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>skips {n:,} zeros</source>
      <translation>überspringt {n:,} Nullen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>and the bias</source>
      <translation>und der Bias</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sentences.py" />
      <source>The sum begins at 0.</source>
      <translation>Die Summe beginnt bei 0.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>With {optimizer}, {η} is usually about {rate:g}.</source>
      <translation>Mit {optimizer} ist {η} meist etwa {rate:g}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>mini-batch B</source>
      <translation>Mini-Batch B</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>final share f</source>
      <translation>Endanteil f</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>dropout p</source>
      <translation>Dropout p</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>stop at accuracy</source>
      <translation>Zielgenauigkeit</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>patience k</source>
      <translation>Geduld k</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>θ ← θ − {η} ∇{C}</source>
      <translation>θ ← θ − {η} ∇{C}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>v ← μ v + ∇{C}</source>
      <translation>v ← μ v + ∇{C}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>∇{C} ≈ 1/B Σ ∇{C}ᵢ</source>
      <translation>∇{C} ≈ 1/B Σ ∇{C}ᵢ</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>{C} + {λ} Σ |w|</source>
      <translation>{C} + {λ} Σ |w|</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>{C} + ½ {λ} Σ w²</source>
      <translation>{C} + ½ {λ} Σ w²</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>{η} → f {η}</source>
      <translation>{η} → f {η}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>⌈n/B⌉ updates each</source>
      <translation>je ⌈n/B⌉ Updates</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>a ← 0, or a / (1 − p)</source>
      <translation>a ← 0, oder a / (1 − p)</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>test accuracy ≥ target</source>
      <translation>Testgenauigkeit ≥ Ziel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>min {C} older than k epochs</source>
      <translation>min {C} älter als k Epochen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>w ~ N(0, v)</source>
      <translation>w ~ N(0, v)</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>{η} f^(⌊3s⌋/2)</source>
      <translation>{η} f^(⌊3s⌋/2)</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>{η} f^s</source>
      <translation>{η} f^s</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>½ {η} (1 + cos π s)</source>
      <translation>½ {η} (1 + cos π s)</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>How far one update goes against the gradient. With a schedule, it is the rate that begins it.</source>
      <translation>Wie weit ein Update gegen den Gradienten geht. Mit einem Lernratenplan ist es die Rate, mit der er beginnt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>How much of the velocity is kept from one update to the next: from 0 to less than 1.</source>
      <translation>Wie viel von der Geschwindigkeit von einem Update zum nächsten bleibt: von 0 bis weniger als 1.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>Pulls every weight toward 0 by the same amount, until many are 0. Biases are left alone.</source>
      <translation>Zieht jedes Gewicht um gleich viel gegen 0, bis viele 0 sind. Biases bleiben unberührt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>Pulls every weight toward 0, the large ones most: weight decay. Biases are left alone.</source>
      <translation>Zieht jedes Gewicht gegen 0, die großen am meisten: Weight Decay. Biases bleiben unberührt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>How the rate falls in a run: s goes from 0 to 1 over its epochs, f is what is left of the rate.</source>
      <translation>Wie die Rate in einem Lauf sinkt: s geht über seine Epochen von 0 bis 1, f ist, was von der Rate bleibt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>What share of the learning rate is left when the run ends: above 0 and at most 1.</source>
      <translation>Welcher Anteil der Lernrate am Ende des Laufs übrig ist: über 0 und höchstens 1.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>How many times a training goes through all n training examples.</source>
      <translation>Wie oft ein Training durch alle n Trainingsbeispiele geht.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>The share of every hidden layer that is silent in an update, drawn anew each time: from 0 to less than 1. Nobody can rely on a neighbor; measured is the whole network.</source>
      <translation>Der Anteil jeder versteckten Schicht, der in einem Update stumm ist, jedes Mal neu gezogen: von 0 bis weniger als 1. Niemand kann sich auf einen Nachbarn verlassen; gemessen wird das ganze Netz.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>The accuracy on the test set with which a training may end early, as 0.95 or 95%. Empty: never.</source>
      <translation>Die Genauigkeit auf der Testmenge, mit der ein Training früher enden darf, als 0.95 oder 95%. Leer: nie.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>After how many epochs without a lower test cost a training ends early. Empty: never.</source>
      <translation>Nach wie vielen Epochen ohne niedrigere Testkosten ein Training früher endet. Leer: nie.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>How the first weights are drawn: from a bell curve around 0 with variance v. n is the number of inputs of a neuron, m of the neurons in its layer.</source>
      <translation>Wie die ersten Gewichte gezogen werden: aus einer Glockenkurve um 0 mit Varianz v. n ist die Zahl der Eingaben eines Neurons, m die der Neuronen seiner Schicht.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>Where the random numbers begin: the same seed draws the same weights, and shuffles the same way.</source>
      <translation>Wo die Zufallszahlen beginnen: derselbe Seed zieht dieselben Gewichte und mischt gleich.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>the learning rate</source>
      <translation>die Lernrate</translation>
    </message>
    <message>
      <location filename="nnviz/wording/settings.py" />
      <source>all 0</source>
      <translation>alle 0</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sheet.py" />
      <source>The network is being asked about all of them …</source>
      <translation>Das Netz wird gerade zu allen befragt …</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sheet.py" />
      <source>None of these is wrong.</source>
      <translation>Keines davon ist falsch.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/sheet.py" />
      <source>There is no such example.</source>
      <translation>Ein solches Beispiel gibt es nicht.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/space.py" />
      <source>{layer}: {n:,}</source>
      <translation>{layer}: {n:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/space.py" />
      <source>{first} + {second}</source>
      <translation>{first} + {second}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/space.py" />
      <source>Each dot is a test example, where the layer's activations put it: seen along the two directions in which they vary most (principal components), which hold the shares of the variance written below. Layer by layer the classes should come apart.</source>
      <translation>Jeder Punkt ist ein Testbeispiel, dort, wohin die Aktivierungen der Schicht es legen: gesehen längs der zwei Richtungen, in denen sie sich am meisten unterscheiden (Hauptkomponenten); deren Anteile an der Varianz stehen darunter. Schicht für Schicht sollten sich die Klassen trennen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/space.py" />
      <source>Each dot is a test point and each line one of the plane's own grid, where the layer's activations put them: a layer of two neurons in its own activations, any other seen along the two directions in which the points vary most (principal components); they hold the shares below.</source>
      <translation>Jeder Punkt ist ein Testpunkt und jede Linie eine des Gitters der Ebene, dort, wohin die Aktivierungen der Schicht sie legen: eine Schicht aus zwei Neuronen in ihren eigenen Aktivierungen, jede andere längs der zwei Richtungen, in denen sich die Punkte am meisten unterscheiden (Hauptkomponenten); deren Anteile stehen darunter.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/standing.py" />
      <source>test RMSE {rmse}</source>
      <translation>Test-RMSE {rmse}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/standing.py" />
      <source>&lt;b&gt;RMSE&lt;/b&gt;: √ of the mean ({a} − y)², in the unit of what was measured.&lt;br&gt;&lt;b&gt;R²&lt;/b&gt; = 1 − Σ({a} − y)² / Σ(y − ȳ)²: 1 is perfect, 0 no better than always saying the mean ȳ. It is not defined where all targets are alike.</source>
      <translation>&lt;b&gt;RMSE&lt;/b&gt;: √ aus dem Mittel von ({a} − y)², in der Einheit der Messwerte.&lt;br&gt;&lt;b&gt;R²&lt;/b&gt; = 1 − Σ({a} − y)² / Σ(y − ȳ)²: 1 ist vollkommen, 0 nicht besser, als immer das Mittel ȳ zu sagen. Es ist nicht definiert, wo alle Sollwerte gleich sind.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/standing.py" />
      <source>test {share}</source>
      <translation>Test {share}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/standing.py" />
      <source>test cost {cost}</source>
      <translation>Testkosten {cost}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/standing.py" />
      <source>R² is not defined</source>
      <translation>R² ist nicht definiert</translation>
    </message>
    <message>
      <location filename="nnviz/wording/training.py" />
      <source>the test cost has not become lower for as many epochs as were to be waited</source>
      <translation>die Testkosten sind so viele Epochen lang nicht gesunken, wie gewartet werden sollte</translation>
    </message>
    <message>
      <location filename="nnviz/wording/training.py" />
      <source>{η} = {rate:g}, mini-batches of {batch}, seed {seed}</source>
      <translation>{η} = {rate:g}, Mini-Batches aus {batch}, Seed {seed}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/training.py" />
      <source>target reached</source>
      <translation>Ziel erreicht</translation>
    </message>
    <message>
      <location filename="nnviz/wording/training.py" />
      <source>no longer better</source>
      <translation>nicht mehr besser</translation>
    </message>
    <message>
      <location filename="nnviz/wording/training.py" />
      <source>the wanted accuracy is reached</source>
      <translation>die gewünschte Genauigkeit ist erreicht</translation>
    </message>
    <message>
      <location filename="nnviz/wording/training.py" />
      <source>μ = {momentum:g}</source>
      <translation>μ = {momentum:g}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/training.py" />
      <source>schedule {name}</source>
      <translation>Lernratenplan {name}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/training.py" />
      <source>dropout {share}</source>
      <translation>Dropout {share}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/training.py" />
      <source>{name} {λ} = {strength:g}</source>
      <translation>{name} {λ} = {strength:g}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>its own example</source>
      <translation>sein eigenes Beispiel</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>its mini-batch</source>
      <translation>sein Mini-Batch</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>{split} set</source>
      <translation>Menge: {split}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>{share:.1f}%</source>
      <translation>{share:.1f}%</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>Cost {before} → {after}: the straight line said {predicted}, it was {real}.</source>
      <translation>Kosten {before} → {after}: die Gerade sagte {predicted}, wirklich war es {real}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>Δ{C} ≈ ∇{C}·Δθ: each row with its own ∇{C}, taken before the step. The larger the step, the more the straight line misses.</source>
      <translation>Δ{C} ≈ ∇{C}·Δθ: jede Zeile mit ihrem eigenen ∇{C} von vor dem Schritt. Je größer der Schritt, desto weiter liegt die Gerade daneben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>{η}′ = {rate}: {C} {now} → {real};</source>
      <translation>{η}′ = {rate}: {C} {now} → {real};</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>Only a question: −{η}′∇{C} of this example, from θ before. Nothing is changed.</source>
      <translation>Nur eine Frage: −{η}′∇{C} dieses Beispiels, vom θ davor aus. Nichts wird geändert.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>{name}: {updates}</source>
      <translation>{name}: {updates}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>{name}, {η} = {rate}</source>
      <translation>{name}, {η} = {rate}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>the straight line says {line}.</source>
      <translation>die Gerade sagt {line}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>This network has not been changed yet. Step to the end of the score (→), train a mini-batch (B), or drag a weight: then its before and after stand here.</source>
      <translation>Dieses Netz wurde noch nicht geändert. Bis ans Ende der Partitur gehen (→), einen Mini-Batch trainieren (B) oder an einem Gewicht ziehen: dann steht hier sein Vorher und Nachher.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>A training is running. Pause it, and this picture shows what it has done to every parameter.</source>
      <translation>Ein Training läuft. Anhalten, und dieses Bild zeigt, was es mit jedem Parameter gemacht hat.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/update.py" />
      <source>The last change moved no weight and no bias, so there is nothing to compare.</source>
      <translation>Die letzte Änderung hat kein Gewicht und keinen Bias bewegt, also gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>its weights, in proportion to a</source>
      <translation>seine Gewichte, im Verhältnis zu a</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>activations before, in proportion to w</source>
      <translation>Aktivierungen davor, im Verhältnis zu w</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>The weights from the brightest neurons are weakened most.</source>
      <translation>Die Gewichte von den hellsten Neuronen werden am meisten geschwächt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>The activations before it are the input: they are given.</source>
      <translation>Die Aktivierungen davor sind die Eingabe: sie sind gegeben.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>Activations cannot be set; the wish is passed on to the layer before.</source>
      <translation>Aktivierungen lassen sich nicht setzen; der Wunsch geht an die Schicht davor.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>three ways to move it</source>
      <translation>drei Wege, es zu bewegen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>three ways to make it rise</source>
      <translation>drei Wege, es zu erhöhen</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>three ways to make it fall</source>
      <translation>drei Wege, es zu senken</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>leave the bias   b = {b}</source>
      <translation>den Bias lassen   b = {b}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>raise the bias   b = {b}</source>
      <translation>den Bias erhöhen   b = {b}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>lower the bias   b = {b}</source>
      <translation>den Bias senken   b = {b}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>It wants nothing: the gradient is 0.</source>
      <translation>Es wünscht nichts: der Gradient ist 0.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/ways.py" />
      <source>Fire together, wire together: most to the weights from the brightest neurons.</source>
      <translation>Was zusammen feuert, verbindet sich: am meisten die Gewichte von den hellsten Neuronen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/weights.py" />
      <source>the weights of “{name}”</source>
      <translation>die Gewichte von „{name}“</translation>
    </message>
    <message>
      <location filename="nnviz/wording/weights.py" />
      <source>Each class's weights</source>
      <translation>Gewichte jeder Klasse</translation>
    </message>
    <message>
      <location filename="nnviz/wording/weights.py" />
      <source>digit {name}'s weights</source>
      <translation>Gewichte der Ziffer {name}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/weights.py" />
      <source>Each digit's weights</source>
      <translation>Gewichte jeder Ziffer</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>What the {layer} wants of the {before}</source>
      <translation>Was die {layer} von der {before} will</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>sum of {shown:,} of {rows:,}</source>
      <translation>Summe aus {shown:,} von {rows:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;{symbol} = {value}: {words}</source>
      <translation>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;{symbol} = {value}: {words}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>&lt;b&gt;{name}, of {before}&lt;/b&gt;&lt;br&gt;{minus}w·δ = {minus}{weight} · {delta} = {wish}: {words}</source>
      <translation>&lt;b&gt;{name}, von {before}&lt;/b&gt;&lt;br&gt;{minus}w·δ = {minus}{weight} · {delta} = {wish}: {words}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;{what} = {value}: {words}</source>
      <translation>&lt;b&gt;{name}&lt;/b&gt;&lt;br&gt;{what} = {value}: {words}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>The sum is the wish of the {before}. Before it come the inputs, which are given.</source>
      <translation>Die Summe ist der Wunsch der {before}. Davor kommen die Eingaben, die gegeben sind.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>The only layer before the outputs is the input, and it is given: nothing can be wished for there.</source>
      <translation>Die einzige Schicht vor den Ausgaben ist die Eingabe, und sie ist gegeben: dort lässt sich nichts wünschen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>The sum becomes the wish of the {before}.</source>
      <translation>Die Summe wird zum Wunsch der {before}.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>{flat:,} of {rows:,} stand where σ is flat (|σ′| &lt; {limit:g}): little of it gets through.</source>
      <translation>{flat:,} von {rows:,} stehen, wo σ flach ist (|σ′| &lt; {limit:g}): wenig davon kommt durch.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>All wishes are 0: nothing is wanted of these neurons.</source>
      <translation>Alle Wünsche sind 0: von diesen Neuronen wird nichts gewünscht.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>all numbers × {unit}</source>
      <translation>alle Zahlen × {unit}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>up to {value}, rounded so that each column adds up</source>
      <translation>bis {value}, so gerundet, dass jede Spalte aufgeht</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>sum of all {rows:,}</source>
      <translation>Summe aller {rows:,}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/wishes.py" />
      <source>the sum</source>
      <translation>die Summe</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>Write down {n} decimals. The key goes on with all of them, so your last digit may differ a little.</source>
      <translation>{n} Nachkommastellen aufschreiben. Die Lösung rechnet mit allen weiter, darum kann die letzte Ziffer ein wenig abweichen.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>The network's own numbers, and the example, are rounded to {n} decimals here.</source>
      <translation>Die eigenen Zahlen des Netzes und das Beispiel sind hier auf {n} Stellen gerundet.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>Every parameter moves against its derivative, {rate} times as far.</source>
      <translation>Jeder Parameter bewegt sich gegen seine Ableitung, {rate}-mal so weit.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>Go forward once more with the new parameters: has the cost fallen?</source>
      <translation>Noch einmal vorwärts mit den neuen Parametern: sind die Kosten gesunken?</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>One update by hand: a {spec} network</source>
      <translation>Ein Update von Hand: ein Netz {spec}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>Go forward to the cost, back to every derivative, and take one step downhill.</source>
      <translation>Vorwärts bis zu den Kosten, zurück zu jeder Ableitung, und ein Schritt bergab.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>Forward: layer {layer}</source>
      <translation>Vorwärts: Schicht {layer}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>One number for how wrong the answer is.</source>
      <translation>Eine Zahl dafür, wie falsch die Antwort ist.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>How the cost depends on each neuron, then on each weight and bias that leads into it.</source>
      <translation>Wie die Kosten von jedem Neuron abhängen, dann von jedem Gewicht und Bias, das hineinführt.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>The update</source>
      <translation>Das Update</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>Was it worth it?</source>
      <translation>Hat es sich gelohnt?</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>{n:,} weights are too many to compute by hand; a worksheet takes {most} at most</source>
      <translation>{n:,} Gewichte sind zu viele, um sie von Hand zu rechnen; ein Arbeitsblatt nimmt höchstens {most}</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>after the update</source>
      <translation>nach dem Update</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>Weighted sums and what the activation function makes of them.</source>
      <translation>Gewichtete Summen, und was die Aktivierungsfunktion daraus macht.</translation>
    </message>
    <message>
      <location filename="nnviz/wording/worksheet.py" />
      <source>Backward: layer {layer}</source>
      <translation>Rückwärts: Schicht {layer}</translation>
    </message>
  </context>
</TS>
