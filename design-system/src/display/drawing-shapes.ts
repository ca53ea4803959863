/// <reference types="vite/client" />
import type { DrawingName } from './drawing-names';
import bagShape from '../assets/illustrations/bag.svg?raw';
import beamShape from '../assets/illustrations/beam.svg?raw';
import bendShape from '../assets/illustrations/bend.svg?raw';
import blockShape from '../assets/illustrations/block.svg?raw';
import bracketShape from '../assets/illustrations/bracket.svg?raw';
import brickShape from '../assets/illustrations/brick.svg?raw';
import bucketShape from '../assets/illustrations/bucket.svg?raw';
import cableShape from '../assets/illustrations/cable.svg?raw';
import coilShape from '../assets/illustrations/coil.svg?raw';
import doorShape from '../assets/illustrations/door.svg?raw';
import fastenerShape from '../assets/illustrations/fastener.svg?raw';
import glassShape from '../assets/illustrations/glass.svg?raw';
import gravelShape from '../assets/illustrations/gravel.svg?raw';
import gypsumShape from '../assets/illustrations/gypsum.svg?raw';
import insulationShape from '../assets/illustrations/insulation.svg?raw';
import meshShape from '../assets/illustrations/mesh.svg?raw';
import osbShape from '../assets/illustrations/osb.svg?raw';
import paintShape from '../assets/illustrations/paint.svg?raw';
import pipeShape from '../assets/illustrations/pipe.svg?raw';
import plyShape from '../assets/illustrations/ply.svg?raw';
import rebarShape from '../assets/illustrations/rebar.svg?raw';
import rollShape from '../assets/illustrations/roll.svg?raw';
import roofShape from '../assets/illustrations/roof.svg?raw';
import safetyShape from '../assets/illustrations/safety.svg?raw';
import sandShape from '../assets/illustrations/sand.svg?raw';
import screwShape from '../assets/illustrations/screw.svg?raw';
import switchShape from '../assets/illustrations/switch.svg?raw';
import tapShape from '../assets/illustrations/tap.svg?raw';
import tapeShape from '../assets/illustrations/tape.svg?raw';
import tileShape from '../assets/illustrations/tile.svg?raw';
import timberShape from '../assets/illustrations/timber.svg?raw';
import toolShape from '../assets/illustrations/tool.svg?raw';
import windowShape from '../assets/illustrations/window.svg?raw';
import xpsShape from '../assets/illustrations/xps.svg?raw';

/** The markup of every drawing, loaded apart from the app's first script. */
export const drawingShapes: Record<DrawingName, string> = {
  bag: bagShape,
  beam: beamShape,
  bend: bendShape,
  block: blockShape,
  bracket: bracketShape,
  brick: brickShape,
  bucket: bucketShape,
  cable: cableShape,
  coil: coilShape,
  door: doorShape,
  fastener: fastenerShape,
  glass: glassShape,
  gravel: gravelShape,
  gypsum: gypsumShape,
  insulation: insulationShape,
  mesh: meshShape,
  osb: osbShape,
  paint: paintShape,
  pipe: pipeShape,
  ply: plyShape,
  rebar: rebarShape,
  roll: rollShape,
  roof: roofShape,
  safety: safetyShape,
  sand: sandShape,
  screw: screwShape,
  switch: switchShape,
  tap: tapShape,
  tape: tapeShape,
  tile: tileShape,
  timber: timberShape,
  tool: toolShape,
  window: windowShape,
  xps: xpsShape,
};
