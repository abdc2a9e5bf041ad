//! The day as tones, for who would rather hear it. Nothing sounds before the reader asks.

use super::dialog::Subject;
use crate::chart::tones::{Tone, day};
use crate::ui::reader::reader;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::*;

// The little of Web Audio that is needed.
#[wasm_bindgen]
extern "C" {
    #[derive(Clone, PartialEq)]
    type AudioContext;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<AudioContext, JsValue>;
    #[wasm_bindgen(method, getter, js_name = currentTime)]
    fn current_time(this: &AudioContext) -> f64;
    #[wasm_bindgen(method, getter)]
    fn destination(this: &AudioContext) -> AudioNode;
    #[wasm_bindgen(method, catch, js_name = createOscillator)]
    fn create_oscillator(this: &AudioContext) -> Result<AudioNode, JsValue>;
    #[wasm_bindgen(method, catch, js_name = createGain)]
    fn create_gain(this: &AudioContext) -> Result<AudioNode, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn close(this: &AudioContext) -> Result<JsValue, JsValue>;

    type AudioNode;
    #[wasm_bindgen(method, setter, js_name = type)]
    fn set_type(this: &AudioNode, kind: &str);
    #[wasm_bindgen(method, getter)]
    fn frequency(this: &AudioNode) -> AudioParam;
    #[wasm_bindgen(method, getter)]
    fn gain(this: &AudioNode) -> AudioParam;
    #[wasm_bindgen(method, catch)]
    fn connect(this: &AudioNode, to: &AudioNode) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn start(this: &AudioNode, at: f64) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn stop(this: &AudioNode, at: f64) -> Result<(), JsValue>;

    type AudioParam;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &AudioParam, value: f64);
    #[wasm_bindgen(method, catch, js_name = setValueAtTime)]
    fn set_value_at(this: &AudioParam, value: f64, at: f64) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = linearRampToValueAtTime)]
    fn ramp_to(this: &AudioParam, value: f64, at: f64) -> Result<JsValue, JsValue>;
}

/// Seconds from one hour to the next, of a tone, and of the click where nothing is known.
const STEP: f64 = 0.3;
const TONE: f64 = 0.22;
const CLICK: f64 = 0.02;

#[component]
pub fn Listen(subject: Subject) -> impl IntoView {
    let reader = reader();
    let heard = subject.taken().and_then(|taken| day(taken.counted))?;
    let (day_type, tones) = heard;
    let words = reader.words();
    let things = subject
        .taken()
        .map(|taken| words.mode_inline(taken.counted.mode));
    let about = reader.say_with(
        "take-listen-about",
        &[
            ("day", words.day_type(day_type).into()),
            ("things", things.unwrap_or_default().into()),
        ],
    );
    let playing = StoredValue::new_local(None::<AudioContext>);
    let is_playing = RwSignal::new(false);
    let stop = move || {
        if let Some(context) = playing.try_update_value(Option::take).flatten() {
            let _ = context.close();
        }
        let _ = is_playing.try_set(false);
    };
    let length = Duration::from_secs_f64((tones.len() as f64 + 1.0) * STEP);
    let toggle = move |_| {
        if is_playing.get_untracked() {
            return stop();
        }
        let Ok(context) = AudioContext::new() else {
            return;
        };
        if play(&context, &tones).is_ok() {
            playing.set_value(Some(context.clone()));
            is_playing.set(true);
            set_timeout(
                move || {
                    // Another turn may have begun by now.
                    let is_same = playing.try_with_value(|now| now.as_ref() == Some(&context));
                    if is_same == Some(true) {
                        stop();
                    }
                },
                length,
            );
        }
    };
    on_cleanup(stop);
    Some(view! {
        <section aria-labelledby="take-listen">
            <h3 id="take-listen">{reader.say("take-listen")}</h3>
            <p>{about}</p>
            <button type="button" class="button" data-listen="day" on:click=toggle>
                {move || reader.say(if is_playing.get() { "take-listen-stop" } else { "take-listen-play" })}
            </button>
        </section>
    })
}

fn play(context: &AudioContext, tones: &[Tone]) -> Result<(), JsValue> {
    let mut start = context.current_time() + 0.1;
    for tone in tones {
        let (kind, hertz, length, loud) = match tone {
            Tone::Measured(hertz) => ("sine", *hertz, TONE, 0.3),
            // Rough, and as high.
            Tone::Partial(hertz) => ("sawtooth", *hertz, TONE, 0.12),
            Tone::Missing => ("square", 60.0, CLICK, 0.1),
        };
        let (source, volume) = (context.create_oscillator()?, context.create_gain()?);
        source.set_type(kind);
        source.frequency().set_value(hertz);
        // Up and down, so that only what is meant to click does.
        let gain = volume.gain();
        gain.set_value_at(0.0, start)?;
        gain.ramp_to(loud, start + CLICK / 2.0)?;
        gain.ramp_to(0.0, start + length)?;
        source.connect(&volume)?;
        volume.connect(&context.destination())?;
        source.start(start)?;
        source.stop(start + length)?;
        start += STEP;
    }
    Ok(())
}
